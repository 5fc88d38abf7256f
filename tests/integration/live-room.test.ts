import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { publish } from '@/server/live/publish'
import { createLiveHub, type LiveHub } from '@/server/live/subscribe'
import { watchRoom } from '@/server/services/live-room/watch-room'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildDoorGrant, buildRsvp } from '../factories/door'
import { buildBlock, buildCheckIn, buildGuest, buildMeeting } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildSession, buildUser, viewerOf } from '../factories/user'
import { testDatabaseUrl, testDb } from '../setup/integration'

const db = testDb()

async function evening() {
  const [hugo, event] = await Promise.all([buildUser(db, { name: 'Hugo Host' }), buildEvent(db)])
  await buildMembership(db, { userId: hugo.id, communityId: event.communityId, role: 'HOST' })
  const at = (now: Date) => createCaller(buildContext(db, viewerOf(hugo), { now }))
  const newcomer = (name: string, minutesAgo: number, more: Parameters<typeof buildGuest>[2] = {}) =>
    buildGuest(db, event.id, { ...more, user: { name }, at: minutesFromNow(-minutesAgo) })
  return { event, eventId: event.id, hugo, host: at(NOW), at, newcomer }
}

const namesOf = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name)

describe('the room for its hosts', () => {
  it('counts who came, who is there, and who said so', async () => {
    const { eventId, host, newcomer } = await evening()
    const came = await newcomer('Came', 50)
    const left = await newcomer('Left', 45)
    await db.checkIn.updateMany({ where: { userId: left.id }, data: { leftAt: NOW } })
    const regular = await newcomer('Regular', 3)
    await db.checkIn.updateMany({ where: { userId: regular.id }, data: { visitNumber: 7 } })
    await buildRsvp(db, { eventId, userId: came.id, plusOnes: 2 })
    await buildRsvp(db, { eventId })
    await buildRsvp(db, { eventId, state: 'WAITLISTED' })
    await buildRsvp(db, { eventId, state: 'CANCELLED' })
    const room = await host.room.live({ eventId })
    expect(room).toMatchObject({ arrivals: 3, present: 2, firstTimers: 2, expected: 4, stillToCome: 1 })
    expect(room.curve.reduce((sum, { count }) => sum + count, 0)).toBe(3)
  })

  it('names the newcomers who have met nobody for half an hour, the longest wait first', async () => {
    const { eventId, host, at, newcomer } = await evening()
    const met = await newcomer('Met', 60)
    const other = await newcomer('Met Too', 45)
    await newcomer('Long', 50, { profile: { headline: 'Builds boats' } })
    await newcomer('Longer', 55)
    await newcomer('Fresh', 29)
    await buildMeeting(db, { eventId, between: [met.id, other.id], confirmedAt: minutesFromNow(-20) })
    const regular = await newcomer('Regular', 80)
    await db.checkIn.updateMany({ where: { userId: regular.id }, data: { visitNumber: 2 } })
    const room = await host.room.live({ eventId })
    expect(namesOf(room.alone)).toEqual(['Longer', 'Long'])
    expect(room.alone[1]).toMatchObject({ headline: 'Builds boats', since: minutesFromNow(-50), metSomebody: false })
    expect(room.nextAt).toEqual(minutesFromNow(1))
    const later = await at(minutesFromNow(10)).room.live({ eventId })
    expect(namesOf(later.alone)).toEqual(['Longer', 'Long', 'Fresh', 'Met', 'Met Too'])
    expect(later.alone[3]).toMatchObject({ since: minutesFromNow(-20), metSomebody: true })
  })

  it('does not count a meeting that one of the two alone says, nor one of another evening', async () => {
    const { event, eventId, host, newcomer } = await evening()
    const waits = await newcomer('Waits', 60)
    const past = await buildEvent(db, { communityId: event.communityId, startsAt: minutesFromNow(-9000), endsAt: minutesFromNow(-8900) })
    await buildMeeting(db, { eventId, between: [waits.id, (await newcomer('Fresh', 1)).id], state: 'PROPOSED' })
    await buildMeeting(db, { eventId: past.id, between: [waits.id, (await buildUser(db)).id], confirmedAt: minutesFromNow(-1) })
    expect(namesOf((await host.room.live({ eventId })).alone)).toEqual(['Waits'])
  })

  it('counts, and does not name, who hides or has blocked the host, and says nothing that is theirs alone', async () => {
    const { eventId, hugo, host, newcomer } = await evening()
    const hidden = await newcomer('Hidden', 40, { profile: { visible: false, headline: 'a line' } })
    const blocker = await newcomer('Blocker', 41)
    await buildBlock(db, { blockerId: blocker.id, blockedId: hugo.id })
    const shown = await newcomer('Shown', 42, { profile: { ask: 'a secret ask', offer: 'a secret offer' } })
    await db.checkIn.updateMany({ where: { userId: shown.id }, data: { badgeName: 'Shown Badge' } })
    const room = await host.room.live({ eventId })
    expect(namesOf(room.alone)).toEqual(['Shown Badge'])
    expect(room.aloneUnnamed).toBe(2)
    const text = JSON.stringify(room)
    for (const secret of ['Hidden', 'a line', 'Blocker', 'a secret', hidden.id, blocker.id, '@example.org', shown.passHash]) {
      expect(text).not.toContain(secret)
    }
    for (const personId of [hidden.id, blocker.id]) {
      await expect(host.room.walkOver({ eventId, personId, walked: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('puts aside for half an hour whom a host walked over to, and takes that back', async () => {
    const { eventId, host, at, newcomer } = await evening()
    const { id: personId } = await newcomer('Waits', 60)
    await host.room.walkOver({ eventId, personId, walked: true })
    expect(await host.room.live({ eventId })).toMatchObject({ alone: [], greeted: [{ name: 'Waits', greetedAt: NOW }] })
    expect(namesOf((await at(minutesFromNow(30)).room.live({ eventId })).alone)).toEqual(['Waits'])
    await host.room.walkOver({ eventId, personId, walked: false })
    expect(await host.room.live({ eventId })).toMatchObject({ alone: [{ since: minutesFromNow(-60) }], greeted: [] })
    expect(await db.meeting.count()).toBe(0)
  })

  it('is for hosts of this community alone, and no longer for one who is not', async () => {
    const { event, eventId, hugo, host, newcomer } = await evening()
    const { id: personId } = await newcomer('Waits', 60)
    const volunteer = await buildUser(db)
    await buildDoorGrant(db, { eventId, userId: volunteer.id })
    const elsewhere = await evening()
    for (const [caller, code] of [
      [createCaller(buildContext(db, viewerOf(volunteer))), 'FORBIDDEN'],
      [elsewhere.host, 'NOT_FOUND'],
    ] as const) {
      await expect(caller.room.live({ eventId })).rejects.toMatchObject({ code })
      await expect(caller.room.walkOver({ eventId, personId, walked: true })).rejects.toMatchObject({ code })
    }
    await buildMembership(db, { userId: hugo.id, communityId: event.communityId, role: 'MEMBER' })
    await expect(host.room.live({ eventId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await db.checkIn.count({ where: { greetedAt: { not: null } } })).toBe(0)
  })
})

describe('room.liveUpdates', () => {
  let live: LiveHub
  beforeAll(() => {
    live = createLiveHub(testDatabaseUrl())
    return live.ready()
  })
  afterAll(() => live.close())

  async function watch() {
    const { event, eventId, hugo, newcomer } = await evening()
    const { sessionToken: sessionHash } = await buildSession(db, { userId: hugo.id })
    const stop = new AbortController()
    const clock = { moment: NOW, now: () => clock.moment }
    const updates = watchRoom(db, {
      eventId,
      viewer: viewerOf(hugo, { sessionHash }),
      standings: ['HOST'],
      clock,
      live,
      signal: stop.signal,
    })
    return { event, eventId, hugo, newcomer, stop, clock, updates }
  }

  it('says how the room stands, as its page does, and when somebody arrives or two meet', async () => {
    const { eventId, hugo, newcomer, stop, updates } = await watch()
    const one = await newcomer('One', 60)
    const two = await newcomer('Two', 60)
    const page = createCaller(buildContext(db, viewerOf(hugo)))
    const version = async () => (await page.room.live({ eventId })).version
    expect((await updates.next()).value).toEqual({ version: await version() })
    await buildCheckIn(db, { eventId })
    await publish(db, { topic: 'arrivals', eventId })
    expect((await updates.next()).value).toEqual({ version: await version() })
    await buildMeeting(db, { eventId, between: [one.id, two.id] })
    await publish(db, { topic: 'people', eventId, userIds: [one.id, two.id] })
    expect((await updates.next()).value).toEqual({ version: await version() })
    stop.abort()
    expect((await updates.next()).done).toBe(true)
  })

  it('moves by the clock alone when a newcomer has waited for long enough', async () => {
    const { eventId, newcomer, clock, stop, updates } = await watch()
    await newcomer('Waits', 30)
    clock.moment = new Date(NOW.getTime() - 20)
    const first = await updates.next()
    clock.moment = NOW
    const second = await updates.next()
    expect(second.done).toBe(false)
    expect(second.value).not.toEqual(first.value)
    expect(await db.checkIn.count({ where: { eventId } })).toBe(1)
    stop.abort()
  })

  it('ends with the session, and when the viewer is no host any more', async () => {
    const first = await watch()
    await first.updates.next()
    await db.session.deleteMany({ where: { userId: first.hugo.id } })
    await publish(db, { topic: 'arrivals', eventId: first.eventId })
    expect((await first.updates.next()).done).toBe(true)
    const second = await watch()
    await second.updates.next()
    await buildMembership(db, { userId: second.hugo.id, communityId: second.event.communityId, role: 'MEMBER' })
    await publish(db, { topic: 'hosts', eventId: second.eventId })
    expect((await second.updates.next()).done).toBe(true)
  })
})
