import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { createLiveHub } from '@/server/live/subscribe'
import { hashToken, randomText } from '@/server/lib/tokens'
import { MOST_GRANTS } from '@/server/services/hosting/invite-host'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildDoorGrant } from '../factories/door'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW, PUBLIC_URL } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { PROCEDURES } from './access/procedures'

const db = testDb()
const visitor = () => createCaller(buildContext(db, null))
const page = (name = 'Sam') => ({ name, nonce: randomText(24) })

/** An evening that goes on, and its organizer. */
async function evening() {
  const event = await buildEvent(db)
  const user = await buildUser(db, { name: 'Olga' })
  await buildMembership(db, { communityId: event.communityId, userId: user.id, role: 'ORGANIZER' })
  return { event, eventId: event.id, organizer: createCaller(buildContext(db, viewerOf(user))) }
}

async function somebody(name = 'Ada Example') {
  const user = await buildUser(db, { name })
  const viewer = viewerOf(user)
  return { user, viewer, caller: createCaller(buildContext(db, viewer)) }
}

const tokenOf = (link: { readonly url: string }) => link.url.slice(`${PUBLIC_URL}/host/`.length)

describe('inviting a host', () => {
  it('gives a link of 26 characters of which only the hash is stored', async () => {
    const { eventId, organizer } = await evening()
    const link = await organizer.hosting.invite({ eventId, label: '  Sam,  at the side entrance ' })
    expect(tokenOf(link)).toMatch(/^[2-9a-z]{26}$/)
    const [grant] = await db.doorGrant.findMany()
    expect(grant).toMatchObject({ eventId, label: 'Sam, at the side entrance', userId: null, tokenHash: hashToken(tokenOf(link)) })
    expect(JSON.stringify(await organizer.hosting.grants({ eventId }))).not.toContain(tokenOf(link))
  })

  it('replaces a lost link, but not one that was used, nor that of another event', async () => {
    const { eventId, organizer } = await evening()
    const first = await organizer.hosting.invite({ eventId })
    const { id: grantId } = await db.doorGrant.findFirstOrThrow()
    const second = await organizer.hosting.renew({ eventId, grantId })
    await expect(visitor().hosting.open({ token: tokenOf(first) })).rejects.toThrow('made a new one since')
    await visitor().hosting.accept({ token: tokenOf(second), ...page() })
    await expect(organizer.hosting.renew({ eventId, grantId })).rejects.toThrow('Somebody has used this invitation')

    const elsewhere = await evening()
    const foreign = await buildDoorGrant(db, { eventId: elsewhere.eventId })
    await expect(organizer.hosting.renew({ eventId, grantId: foreign.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(organizer.hosting.revoke({ eventId, grantId: foreign.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await visitor().hosting.open({ token: foreign.token })).toMatchObject({ yours: false })
  })

  it('stops at fifty, also when several organizers are about to make the last one', async () => {
    const { eventId, organizer } = await evening()
    await buildDoorGrant(db, { eventId, revokedAt: NOW })
    for (let made = 1; made < MOST_GRANTS; made += 1) await buildDoorGrant(db, { eventId })
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => organizer.hosting.invite({ eventId })))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.doorGrant.count({ where: { eventId, revokedAt: null } })).toBe(MOST_GRANTS)
    await expect(organizer.hosting.invite({ eventId })).rejects.toThrow('There are 50 hosts and invitations already')
  })

  it('is refused where there is no door any more', async () => {
    const { event, eventId, organizer } = await evening()
    await db.event.update({ where: { id: event.id }, data: { status: 'CANCELLED' } })
    await expect(organizer.hosting.invite({ eventId })).rejects.toThrow('over or called off')
  })
})

describe('an invitation to host', () => {
  it('becomes the viewer’s, who keeps their roles and gets no membership', async () => {
    const { event, eventId } = await evening()
    const { token } = await buildDoorGrant(db, { eventId })
    const { user, caller } = await somebody()
    expect(await caller.hosting.accept({ token, ...page() })).toEqual({ eventId, session: null })
    expect(await db.membership.count({ where: { userId: user.id } })).toBe(0)
    expect(await caller.event.doorScreen({ eventId })).toMatchObject({ eventName: event.name })

    const second = await buildDoorGrant(db, { eventId })
    const member = await somebody()
    await buildMembership(db, { communityId: event.communityId, userId: member.user.id, role: 'HOST' })
    await member.caller.hosting.accept({ token: second.token, ...page() })
    expect(await db.membership.findMany({ where: { userId: member.user.id } })).toMatchObject([{ role: 'HOST' }])
  })

  it('makes a guest of whoever says a name, with a session until half a day after the event', async () => {
    const { event, eventId } = await evening()
    const { token } = await buildDoorGrant(db, { eventId })
    const { session } = await visitor().hosting.accept({ token, ...page(' Sam  Side ') })
    const [row] = await db.session.findMany({ include: { user: true } })
    expect(row).toMatchObject({
      sessionToken: hashToken(session?.token ?? ''),
      user: { name: 'Sam Side', email: null, doorEmail: null, slipHash: null },
    })
    expect(row?.expires.getTime()).toBeGreaterThan(event.endsAt.getTime() + 11 * 3_600_000)
    expect(row?.expires.getTime()).toBeLessThan(event.endsAt.getTime() + 13.1 * 3_600_000)
    expect(await db.membership.count({ where: { userId: row?.userId ?? '' } })).toBe(0)
    expect(await db.doorGrant.findMany()).toMatchObject([{ userId: row?.userId, acceptedAt: NOW }])
    await expect(visitor().hosting.accept({ token: (await buildDoorGrant(db, { eventId })).token, ...page(' ') })).rejects.toThrow(
      'Write your name',
    )
  })

  it('is not used by looking at it', async () => {
    const { eventId } = await evening()
    const { token } = await buildDoorGrant(db, { eventId })
    await visitor().hosting.open({ token })
    await (await somebody()).caller.hosting.open({ token })
    expect(await db.doorGrant.findMany()).toMatchObject([{ userId: null, acceptedAt: null }])
  })

  it('works once: the same person is led on, another is not', async () => {
    const { eventId } = await evening()
    const { token } = await buildDoorGrant(db, { eventId })
    const { caller } = await somebody()
    await caller.hosting.accept({ token, ...page() })
    expect(await caller.hosting.accept({ token, ...page() })).toEqual({ eventId, session: null })
    expect(await caller.hosting.open({ token })).toMatchObject({ yours: true })
    const another = await somebody()
    await expect(another.caller.hosting.accept({ token, ...page() })).rejects.toThrow('Somebody has used this link already')
    await expect(visitor().hosting.accept({ token, ...page() })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await db.doorGrant.count({ where: { userId: another.user.id } })).toBe(0)
    expect(await db.user.count({ where: { name: 'Sam' } })).toBe(0)
  })

  it('opens the same guest and session when the same page is sent again, at once or later, and with no other name', async () => {
    const { eventId } = await evening()
    const { token } = await buildDoorGrant(db, { eventId })
    const sent = page()
    const answers = await Promise.all([1, 2, 3].map(() => visitor().hosting.accept({ token, ...sent })))
    expect(new Set(answers.map(({ session }) => session?.token)).size).toBe(1)
    expect(await db.session.count()).toBe(1)
    expect(await db.user.count({ where: { name: 'Sam' } })).toBe(1)
    await expect(visitor().hosting.accept({ token, ...sent, name: 'Mallory' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('goes to one of ten who open it at once', async () => {
    const { eventId } = await evening()
    const { token } = await buildDoorGrant(db, { eventId })
    const people = await Promise.all(Array.from({ length: 5 }, () => somebody()))
    const callers = [...people.map(({ caller }) => caller), ...Array.from({ length: 5 }, visitor)]
    const before = await db.user.count()
    const answers = await Promise.allSettled(callers.map((caller) => caller.hosting.accept({ token, ...page() })))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    // Nobody who lost is left behind as a guest.
    const grant = await db.doorGrant.findFirstOrThrow()
    const winnerIsGuest = !people.some(({ user }) => user.id === grant.userId)
    expect(await db.user.count()).toBe(before + (winnerIsGuest ? 1 : 0))
    expect(await db.session.count()).toBe(winnerIsGuest ? 1 : 0)
  })

  it.each([
    ['revoked', { revokedAt: NOW }, {}, 'taken this invitation back'],
    ['of a cancelled event', {}, { status: 'CANCELLED' }, 'called off'],
    ['of an event that is over', {}, { startsAt: minutesFromNow(-120), endsAt: minutesFromNow(-1) }, 'is over'],
  ] as const)('says so when it is %s', async (_what, grant, change, sentence) => {
    const event = await buildEvent(db, change)
    const { token } = await buildDoorGrant(db, { eventId: event.id, ...grant })
    await expect(visitor().hosting.open({ token })).rejects.toThrow(sentence)
    await expect(visitor().hosting.accept({ token, ...page() })).rejects.toThrow(sentence)
    await expect((await somebody()).caller.hosting.accept({ token, ...page() })).rejects.toThrow(sentence)
    expect(await db.session.count()).toBe(0)
  })

  it('is unknown when somebody made it up', async () => {
    await expect(visitor().hosting.open({ token: randomText(26) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a host for a night', () => {
  async function host(eventId: string) {
    const person = await somebody('Hanna')
    const grant = await buildDoorGrant(db, { eventId, userId: person.user.id })
    return { ...person, grantId: grant.id }
  }

  it('is refused at the next request once it is taken back', async () => {
    const { eventId, organizer } = await evening()
    const { caller, grantId } = await host(eventId)
    await caller.event.doorScreen({ eventId })
    await organizer.hosting.revoke({ eventId, grantId })
    await expect(caller.event.doorScreen({ eventId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await organizer.hosting.revoke({ eventId, grantId })
    expect(await organizer.hosting.grants({ eventId })).toMatchObject({ grants: [{ takenBy: 'Hanna', revokedAt: NOW }] })
  })

  it('loses an open door screen at once', async () => {
    const { eventId, organizer } = await evening()
    const { viewer, user, grantId } = await host(eventId)
    await db.session.create({ data: { sessionToken: viewer.sessionHash, userId: user.id, expires: minutesFromNow(600) } })
    const live = createLiveHub(testDatabaseUrl())
    await live.ready()
    const ended = new AbortController()
    const caller = createCaller(buildContext(db, viewer, { live }), { signal: ended.signal })
    const updates = (await caller.event.doorUpdates({ eventId }))[Symbol.asyncIterator]()
    expect((await updates.next()).value).toMatchObject({ door: 'OPEN' })
    const next = updates.next()
    await organizer.hosting.revoke({ eventId, grantId })
    // A step of the code lasts up to 30 seconds; the test's time is over before that.
    expect(await next).toMatchObject({ done: true })
    ended.abort()
    await live.close()
  })

  it('stands at no other door, not even of the same community', async () => {
    const { event, eventId } = await evening()
    const next = await buildEvent(db, { communityId: event.communityId })
    const { caller } = await host(eventId)
    await expect(caller.event.doorScreen({ eventId: next.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(caller.hosting.invite({ eventId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('sees and mends nothing any more half an hour after the end, and delivers for half a day', async () => {
    const { event, eventId } = await evening()
    const { viewer } = await host(eventId)
    const { userId: personId } = await buildCheckIn(db, { eventId })
    const at = (hours: number) =>
      createCaller(buildContext(db, viewer, { now: new Date(event.endsAt.getTime() + hours * 3_600_000) }))
    const everything = (hours: number) => [
      () => at(hours).event.doorScreen({ eventId }),
      () => at(hours).scanner.roster({ eventId }),
      () => at(hours).scanner.search({ eventId, name: 'Ada' }),
      () => at(hours).scanner.recent({ eventId }),
      () => at(hours).badge.list({ eventId, of: { who: 'in' } }),
      () => at(hours).scanner.fixName({ eventId, personId, name: 'Adah' }),
      () => at(hours).scanner.undo({ eventId, personId, reason: 'Not here.' }),
    ]
    for (const ask of everything(0.6)) await expect(ask()).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    for (const ask of everything(12.1)) await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const ask of everything(0.4)) await ask()
    await expect(at(11.9).scanner.evening({ eventId })).resolves.toMatchObject({ name: event.name })
    await expect(at(12.1).scanner.evening({ eventId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('reads names from a day before the start, and is told when', async () => {
    const { event, eventId } = await evening()
    const { viewer } = await host(eventId)
    const at = (hours: number) =>
      createCaller(buildContext(db, viewer, { now: new Date(event.startsAt.getTime() - hours * 3_600_000) }))
    const early = at(24.1)
    expect((await early.event.doorScreen({ eventId })).may).not.toContain('readNames')
    for (const ask of [
      () => early.scanner.roster({ eventId }),
      () => early.scanner.search({ eventId, name: 'Ada' }),
      () => early.scanner.recent({ eventId }),
      () => early.badge.list({ eventId, of: { who: 'going' } }),
    ]) {
      await expect(ask()).rejects.toThrow('door opens for its hosts on')
    }
    await expect(at(23.9).scanner.roster({ eventId })).resolves.toMatchObject({ eventId })
  })

  it('leaves undoing to those with a role for half a day', async () => {
    const { event, eventId, organizer } = await evening()
    const { userId: personId } = await buildCheckIn(db, { eventId })
    const { userId } = await db.membership.findFirstOrThrow({ where: { role: 'ORGANIZER' } })
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } })
    const at = (hours: number) =>
      createCaller(buildContext(db, viewerOf(user), { now: new Date(event.endsAt.getTime() + hours * 3_600_000) }))
    const undo = { eventId, personId, reason: 'Not here.' }
    await expect(at(12.1).scanner.undo(undo)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    await at(11.9).scanner.undo(undo)
    await expect(organizer.event.doorScreen({ eventId })).resolves.toMatchObject({ arrivals: 0 })
  })

  it('may do nothing that other members may not, beyond the door screen, its poster, the scanner and badges', () => {
    const more = Object.entries(PROCEDURES).filter(([, { access }]) => access.hostTonight === 'ok' && access.member !== 'ok')
    const lists = more.map(([path]) => path).filter((path) => !/^(event\.(doorScreen|doorUpdates|poster)|(scanner|badge|door)\.\w+)$/.test(path))
    expect(lists).toEqual([])
  })

  it('sees no list of the evening', async () => {
    const { eventId } = await evening()
    const { caller } = await host(eventId)
    for (const ask of [caller.event.get, caller.circle.plan, caller.room.mine, caller.hosting.grants]) {
      await expect(ask({ eventId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('finds the doors where they help on their start page, and members with a role tonight’s', async () => {
    const { event, eventId, organizer } = await evening()
    const later = { startsAt: minutesFromNow(6 * 1440), endsAt: minutesFromNow(6 * 1440 + 180) }
    const nextWeek = await buildEvent(db, { communityId: event.communityId, ...later })
    const { caller, user, grantId } = await host(eventId)
    await buildDoorGrant(db, { eventId: nextWeek.id, userId: user.id })
    expect((await caller.hosting.mine()).map(({ id }) => id)).toEqual([eventId, nextWeek.id])
    expect((await organizer.hosting.mine()).map(({ id }) => id)).toEqual([eventId])
    await organizer.hosting.revoke({ eventId, grantId })
    expect((await caller.hosting.mine()).map(({ id }) => id)).toEqual([nextWeek.id])
  })
})
