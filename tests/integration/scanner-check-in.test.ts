import { describe, expect, it } from 'vitest'
import { hashToken, randomText } from '@/server/lib/tokens'
import { flushAnnouncements } from '@/server/live/publish'
import { buildCommunity, buildEvent, buildMembership } from '../factories/community'
import { buildRsvp } from '../factories/door'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW, PUBLIC_URL } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { buildHost, passCode, person, scanOf, walkIn } from './scanner-callers'

const db = testDb()

async function evening(overrides: Parameters<typeof buildEvent>[1] = {}) {
  const event = await buildEvent(db, overrides)
  return { event, ...(await buildHost(db, event.id)) }
}

describe('a host’s scan', () => {
  it('lets in by pass, also somebody who is no member yet', async () => {
    const { event, host, sendOne } = await evening()
    const ada = await buildUser(db, { name: 'Ada Example' })
    const scan = scanOf(passCode(ada.id))
    expect(await sendOne(scan)).toEqual({
      nonce: scan.nonce,
      outcome: 'IN',
      person: { personId: ada.id, name: 'Ada Example', visitNumber: 1, plusOnes: 0 },
      at: NOW.toISOString(),
      slipUrl: null,
    })
    const row = await db.checkIn.findUniqueOrThrow({ where: { nonce: scan.nonce } })
    expect(row).toMatchObject({ userId: ada.id, eventId: event.id, method: 'SCAN', byId: host.id, recordedAt: null, at: NOW })
    const member = await db.membership.findFirst({ where: { userId: ada.id, communityId: event.communityId } })
    expect(member?.role).toBe('MEMBER')
  })

  it('lets in by ticket and by its typed code, and confirms the place', async () => {
    const { event, sendOne } = await evening({ rsvpMode: 'REQUIRED' })
    const ticket = randomText(26)
    const promoted = { promotedAt: NOW, confirmBy: minutesFromNow(30) }
    const one = await buildRsvp(db, { eventId: event.id, ticketHash: hashToken(ticket), plusOnes: 2, ...promoted })
    const two = await buildRsvp(db, { eventId: event.id, code: 'abcd2345', ...promoted })
    expect(await sendOne(scanOf(`${PUBLIC_URL}/t/${ticket}`))).toMatchObject({
      outcome: 'IN',
      person: { personId: one.userId, plusOnes: 2 },
    })
    expect(await sendOne(scanOf('ABCD-2345'))).toMatchObject({ outcome: 'IN', person: { personId: two.userId } })
    expect(await db.rsvp.count({ where: { confirmBy: null } })).toBe(2)
  })

  it('lets in by name, and says which visit it is', async () => {
    const { event, sendOne } = await evening()
    const { communityId } = event
    const past = await buildEvent(db, { communityId, startsAt: minutesFromNow(-10_080), endsAt: minutesFromNow(-10_000) })
    const { userId } = await buildCheckIn(db, { eventId: past.id })
    expect(await sendOne(scanOf(person(userId)))).toMatchObject({ outcome: 'IN', person: { visitNumber: 2 } })
    expect(await db.checkIn.findFirst({ where: { eventId: event.id } })).toMatchObject({ method: 'NAME', visitNumber: 2 })
  })

  it('says since when somebody is in, instead of an error', async () => {
    const { event, sendOne } = await evening()
    const { userId } = await buildCheckIn(db, { eventId: event.id, at: minutesFromNow(-20) })
    expect(await sendOne(scanOf(passCode(userId)))).toMatchObject({
      outcome: 'ALREADY',
      since: minutesFromNow(-20).toISOString(),
    })
  })

  it('brings somebody back who had gone home, but not by a scan from before they went', async () => {
    const { event, sendOne } = await evening()
    const { userId } = await buildCheckIn(db, { eventId: event.id, at: minutesFromNow(-60), leftAt: minutesFromNow(-10) })
    expect(await sendOne(scanOf(passCode(userId), { agoMs: 20 * 60_000 }))).toMatchObject({ outcome: 'ALREADY' })
    expect(await db.checkIn.findFirst()).toMatchObject({ leftAt: minutesFromNow(-10) })
    expect(await sendOne(scanOf(passCode(userId)))).toMatchObject({ outcome: 'ALREADY' })
    expect(await db.checkIn.findFirst()).toMatchObject({ leftAt: null, returnedAt: NOW })
  })

  it('asks the host where a place is needed and there is none', async () => {
    const { event, sendOne } = await evening({ rsvpMode: 'REQUIRED' })
    const ada = await buildUser(db)
    const waiting = await buildRsvp(db, { eventId: event.id, state: 'WAITLISTED' })
    const scan = scanOf(passCode(ada.id))
    expect(await sendOne(scan)).toMatchObject({ outcome: 'ASK', reason: 'NO_RSVP', person: { personId: ada.id } })
    expect(await sendOne(scanOf(person(waiting.userId)))).toMatchObject({ outcome: 'ASK', reason: 'WAITLISTED' })
    expect(await sendOne(scanOf(walkIn('Noor')))).toMatchObject({ outcome: 'ASK', reason: 'NO_RSVP', person: { name: 'Noor' } })
    expect(await db.checkIn.count()).toBe(0)
    expect(await sendOne({ ...scan, letIn: true })).toMatchObject({ outcome: 'IN', nonce: scan.nonce })
  })

  it('gives a repeated nonce its first answer, and refuses it for anybody else', async () => {
    const { sendOne } = await evening()
    const [ada, ben] = [await buildUser(db), await buildUser(db)]
    const scan = scanOf(passCode(ada.id))
    const first = await sendOne(scan)
    expect(await sendOne(scan, minutesFromNow(5))).toEqual(first)
    expect(await sendOne(scan, minutesFromNow(200))).toEqual(first)
    expect(await sendOne({ ...scan, target: person(ada.id) })).toEqual(first)
    expect(await sendOne({ ...scan, target: { kind: 'CODE', text: passCode(ben.id) } })).toMatchObject({ reason: 'NONCE_USED' })
    expect(await db.checkIn.count()).toBe(1)
  })

  it('answers each of many in order, whatever becomes of the others, and announces them once', async () => {
    const { event, send } = await evening()
    const [ada, ben] = [await buildUser(db), await buildUser(db)]
    const answers = await send([
      scanOf(passCode(ada.id)),
      scanOf('WIFI:T:WPA;S:Harbour;P:secret;;'),
      scanOf(person('no id at all')),
      scanOf(walkIn('')),
      scanOf(passCode(ada.id)),
      scanOf(walkIn('Noor', 'not an address')),
      scanOf(passCode(ben.id)),
    ])
    expect(answers.map((answer) => ('reason' in answer ? answer.reason : answer.outcome))).toEqual([
      'IN',
      'WIFI',
      'UNKNOWN_PERSON',
      'NAME_MISSING',
      'ALREADY',
      'EMAIL_IMPOSSIBLE',
      'IN',
    ])
    await flushAnnouncements()
    const jobs = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = ${`after-arrivals:${event.id}`}`
    expect(jobs).toEqual([{ n: 1 }])
  })
})

describe('a walk-in', () => {
  it('is written down by name alone, with a slip, and once however often it is sent', async () => {
    const { sendOne } = await evening()
    const scan = scanOf(walkIn('  Noor   Haddad '))
    const answers = await Promise.all(Array.from({ length: 20 }, () => sendOne(scan)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    const [noor, ...others] = await db.user.findMany({ where: { slipHash: { not: null } } })
    expect(others).toEqual([])
    expect(noor).toMatchObject({ name: 'Noor Haddad', email: null, doorEmail: null })
    const [first] = answers
    if (first?.outcome !== 'IN') throw new Error('not in')
    expect(first.slipUrl).toMatch(new RegExp(`^${PUBLIC_URL}/slip/.{26}$`))
    expect(hashToken(first.slipUrl?.split('/').at(-1) ?? '')).toBe(noor?.slipHash)
    expect(await sendOne(scanOf(first.slipUrl ?? ''))).toMatchObject({ outcome: 'ALREADY', person: { name: 'Noor Haddad' } })
  })

  it('under a used nonce with another name or address is refused', async () => {
    const { sendOne } = await evening()
    const scan = scanOf(walkIn('Noor', 'noor@example.org'))
    await sendOne(scan)
    for (const target of [walkIn('Mallory', 'noor@example.org'), walkIn('Noor', 'mallory@example.org'), walkIn('Noor')]) {
      expect(await sendOne({ ...scan, target })).toMatchObject({ outcome: 'REFUSED', reason: 'NONCE_USED' })
    }
    expect(await db.user.count({ where: { slipHash: { not: null } } })).toBe(1)
  })

  it('with an address of somebody else’s opens nothing of theirs', async () => {
    const { sendOne } = await evening()
    const owner = await buildUser(db, { email: 'owner@example.org' })
    const answer = await sendOne(scanOf(walkIn('Mallory', 'Owner@Example.org')))
    expect(answer).toMatchObject({ outcome: 'IN' })
    const made = await db.user.findFirst({ where: { doorEmail: 'owner@example.org' } })
    expect(made?.id).not.toBe(owner.id)
    expect(await db.session.count()).toBe(0)
  })
})

describe('what a scan is refused for', () => {
  it('is said in a sentence each', async () => {
    const { event, sendOne } = await evening()
    const stranger = await buildUser(db)
    await buildMembership(db, { userId: stranger.id })
    const cancelled = randomText(26)
    await buildRsvp(db, { eventId: event.id, state: 'CANCELLED', ticketHash: hashToken(cancelled), code: 'qrst2345' })
    const refusals = {
      'https://example.com/menu': 'ADDRESS',
      'hello there': 'TEXT',
      ['x'.repeat(4096)]: 'TOO_LONG',
      [`${PUBLIC_URL}/c/23456789abcdefgh-zz1f-abcdefghjkmn`]: 'OUR_PAGE',
      [`${PUBLIC_URL}/m/${randomText(26)}`]: 'UNKNOWN_PASS',
      [`${PUBLIC_URL}/slip/${randomText(26)}`]: 'UNKNOWN_PASS',
      [`${PUBLIC_URL}/t/${randomText(26)}`]: 'UNKNOWN_TICKET',
      [`${PUBLIC_URL}/t/${cancelled}`]: 'CANCELLED_TICKET',
      'qrst-2345': 'CANCELLED_TICKET',
      'abcd-2345': 'UNKNOWN_CODE',
    }
    for (const [text, reason] of Object.entries(refusals)) {
      const answer = await sendOne(scanOf(text))
      expect(answer).toMatchObject({ outcome: 'REFUSED', reason })
      expect('message' in answer && answer.message).toMatch(/\w{3}.*\.$/)
    }
    // Another community's person does not exist here.
    expect(await sendOne(scanOf(person(stranger.id)))).toMatchObject({ reason: 'UNKNOWN_PERSON' })
    expect(await db.checkIn.count()).toBe(0)
  })

  it('names the event of another ticket only where this host may know it', async () => {
    const { event, sendOne } = await evening()
    const elsewhere = await buildCommunity(db, { slug: 'elsewhere' })
    const [ours, theirs] = [randomText(26), randomText(26)]
    const next = await buildEvent(db, { communityId: event.communityId, name: 'Next Thursday', startsAt: minutesFromNow(10_000), endsAt: minutesFromNow(10_100) })
    const other = await buildEvent(db, { communityId: elsewhere.id, name: 'Secret Supper' })
    await buildRsvp(db, { eventId: next.id, ticketHash: hashToken(ours), code: 'qrst2345' })
    await buildRsvp(db, { eventId: other.id, ticketHash: hashToken(theirs) })
    const known = await sendOne(scanOf(`${PUBLIC_URL}/t/${ours}`))
    expect(known).toMatchObject({ reason: 'OTHER_EVENT' })
    expect(known).toHaveProperty('message', expect.stringContaining('Next Thursday'))
    const hidden = await sendOne(scanOf(`${PUBLIC_URL}/t/${theirs}`))
    expect(hidden).toMatchObject({ reason: 'OTHER_EVENT' })
    expect(JSON.stringify(hidden)).not.toContain('Supper')
    expect(await sendOne(scanOf('qrst-2345'))).toMatchObject({ reason: 'UNKNOWN_CODE' })
  })

  it.each([
    ['EARLY', { startsAt: minutesFromNow(121), endsAt: minutesFromNow(240) }],
    ['OVER', { startsAt: minutesFromNow(-200), endsAt: minutesFromNow(-1) }],
    ['CANCELLED', { status: 'CANCELLED' as const }],
  ])('is a closed door: %s', async (reason, overrides) => {
    const { sendOne } = await evening(overrides)
    const ada = await buildUser(db)
    expect(await sendOne(scanOf(passCode(ada.id)))).toMatchObject({ outcome: 'REFUSED', reason })
    expect(await sendOne(scanOf(walkIn('Noor')))).toMatchObject({ outcome: 'REFUSED', reason })
    expect(await db.checkIn.count()).toBe(0)
  })
})
