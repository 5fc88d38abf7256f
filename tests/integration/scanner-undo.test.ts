import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { issueClaim } from '@/server/services/door/claim'
import { catchUpArrivals } from '@/server/services/arrival/catch-up-arrivals'
import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { buildCircle } from '../factories/circle'
import { buildEvent } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { buildCheckIn, buildGuest, buildMeeting } from '../factories/evening'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildDoorGuest, buildSession, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { buildHost, jobWaits, loseAnnouncements, passCode, person, scanOf, walkIn } from './scanner-callers'

const db = testDb()

async function evening() {
  const event = await buildEvent(db)
  const { at, ...host } = await buildHost(db, event.id)
  return { event, ...host, caller: at(NOW), at }
}

describe('taking a check-in back', () => {
  it('moves it with its reason, and leaves RSVP and meetings as they are', async () => {
    const { event, host, caller } = await evening()
    const ada = await buildUser(db)
    await buildRsvp(db, { eventId: event.id, userId: ada.id })
    const row = await buildCheckIn(db, { eventId: event.id, userId: ada.id, method: 'SCAN' })
    const other = await buildCheckIn(db, { eventId: event.id })
    await buildMeeting(db, { eventId: event.id, between: [ada.id, other.userId] })
    await caller.scanner.undo({ eventId: event.id, personId: ada.id, reason: ' Scanned her\r\nfriend’s pass ' })
    expect(await db.checkIn.count({ where: { userId: ada.id } })).toBe(0)
    const [undone] = await db.checkInUndo.findMany()
    expect(undone).toMatchObject({
      userId: ada.id,
      nonce: row.nonce,
      method: 'SCAN',
      undoneAt: NOW,
      undoneById: host.id,
      reason: 'Scanned her friend’s pass',
    })
    expect(await db.rsvp.count({ where: { state: 'GOING' } })).toBe(1)
    expect(await db.meeting.count()).toBe(1)
  })

  it('is not brought back by a repeat, but by a new scan', async () => {
    const { event, sendOne, caller } = await evening()
    const ada = await buildUser(db)
    const scan = scanOf(passCode(ada.id))
    await sendOne(scan)
    await caller.scanner.undo({ eventId: event.id, personId: ada.id, reason: 'Wrong person.' })
    expect(await sendOne(scan)).toMatchObject({ outcome: 'REFUSED', reason: 'UNDONE' })
    expect(await sendOne({ ...scan, letIn: true })).toMatchObject({ reason: 'UNDONE' })
    expect(await sendOne(scanOf(person(ada.id)))).toMatchObject({ outcome: 'IN', person: { visitNumber: 1 } })
  })

  it('leaves nothing to find of whom that scan alone wrote down, and its repeat neither', async () => {
    const { event, sendOne, caller } = await evening()
    const scan = scanOf(walkIn('Norbert Nobody'))
    const first = await sendOne(scan)
    const personId = first.outcome === 'IN' ? first.person.personId : ''
    await caller.scanner.undo({ eventId: event.id, personId, reason: 'Typed twice.' })
    expect(await sendOne(scan)).toMatchObject({ outcome: 'REFUSED', reason: 'UNDONE' })
    expect(await db.membership.count({ where: { userId: personId } })).toBe(0)
    expect(await caller.scanner.search({ eventId: event.id, name: 'Norbert' })).toEqual([])
    expect((await caller.scanner.roster({ eventId: event.id })).people).toEqual([])
    expect(await sendOne(scanOf(person(personId)))).toMatchObject({ reason: 'UNKNOWN_PERSON' })
    // Their badge is in their hand: it was the host's mistake.
    expect(await sendOne(scanOf(passCode(personId)))).toMatchObject({ outcome: 'IN', person: { personId, name: 'Norbert Nobody' } })
    expect(await db.membership.count({ where: { userId: personId } })).toBe(1)
  })

  it.each([
    ['has been here before', (userId: string, communityId: string) => buildEvent(db, { communityId }).then(({ id }) => buildCheckIn(db, { eventId: id, userId }))],
    ['has used their slip', (userId: string) => buildSession(db, { userId })],
    ['has met somebody', async (userId: string, _: string, eventId: string) => {
      const other = await buildCheckIn(db, { eventId })
      return buildMeeting(db, { eventId, between: [userId, other.userId] })
    }],
  ])('leaves a walk-in who %s a member', async (_, does) => {
    const { event, sendOne, caller } = await evening()
    const first = await sendOne(scanOf(walkIn('Noor')))
    const personId = first.outcome === 'IN' ? first.person.personId : ''
    await does(personId, event.communityId, event.id)
    await caller.scanner.undo({ eventId: event.id, personId, reason: 'Not here.' })
    expect(await db.membership.count({ where: { userId: personId } })).toBe(1)
  })

  it('is not brought back by the phone’s own claim', async () => {
    const { event, caller } = await evening()
    const ada = await buildUser(db)
    const token = issueClaim(SECRET, event.id, NOW)
    const own = createCaller(buildContext(db, viewerOf(ada)))
    await own.door.checkIn({ token })
    await caller.scanner.undo({ eventId: event.id, personId: ada.id, reason: 'Not here.' })
    await expect(own.door.checkIn({ token })).rejects.toThrow(/host took this check-in back/)
    await expect(own.door.checkIn({ token: issueClaim(SECRET, event.id, NOW) })).resolves.toMatchObject({ fresh: true })
  })

  it('gives their seat and their places in lists free', async () => {
    const { event, caller } = await evening()
    const ada = await buildGuest(db, event.id, { interests: ['bees'] })
    const ben = await buildGuest(db, event.id, { interests: ['bees'] })
    const circle = await buildCircle(db, { eventId: event.id, invited: [ada, ben], startsAt: minutesFromNow(30) })
    await db.circleInvitation.updateMany({ where: { userId: ada.id }, data: { answer: 'JOINED', answeredAt: NOW } })
    await refreshSuggestions(db, event.id, NOW)
    const about = { withdrawnAt: null, OR: [{ userId: ada.id }, { otherId: ada.id }] }
    expect(await db.suggestion.count({ where: about })).toBeGreaterThan(0)
    await caller.scanner.undo({ eventId: event.id, personId: ada.id, reason: 'Not here.' })
    await refreshSuggestions(db, event.id, minutesFromNow(1))
    expect(await db.suggestion.count({ where: about })).toBe(0)
    expect(await db.circleInvitation.count({ where: { circleId: circle.id, answer: 'JOINED' } })).toBe(0)
  })

  it('is seen by the tick when nobody announced it', async () => {
    const { event, caller } = await evening()
    const { userId } = await buildCheckIn(db, { eventId: event.id, at: minutesFromNow(-10) })
    await db.event.update({ where: { id: event.id }, data: { suggestedAt: minutesFromNow(-1), solvedAt: minutesFromNow(-1) } })
    await catchUpArrivals(db, NOW)
    expect(await jobWaits(db, event.id)).toBe(false)
    await caller.scanner.undo({ eventId: event.id, personId: userId, reason: 'Not here.' })
    await loseAnnouncements(db)
    await catchUpArrivals(db, NOW)
    expect(await jobWaits(db, event.id)).toBe(true)
  })

  it('needs a reason and somebody who is in, and happens once', async () => {
    const { event, caller } = await evening()
    const { userId: personId } = await buildCheckIn(db, { eventId: event.id })
    const undo = (reason: string) => caller.scanner.undo({ eventId: event.id, personId, reason })
    for (const reason of ['', ' \u200b\n ']) await expect(undo(reason)).rejects.toThrow(/few words why/)
    const both = await Promise.allSettled([undo('Twice.'), undo('Twice.')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(undo('Again.')).rejects.toThrow(/not checked in/)
    expect(await db.checkInUndo.count()).toBe(1)
  })
})

describe('a name that is wrong', () => {
  it('changes on the badge alone where the name is its owner’s', async () => {
    const { event, sendOne, caller } = await evening()
    const ada = await buildUser(db, { name: 'Ada' })
    const guest = await buildDoorGuest(db, { name: 'Gus' })
    await buildSession(db, { userId: guest.id })
    for (const { id, name } of [ada, guest]) {
      await sendOne(scanOf(passCode(id)))
      await caller.scanner.fixName({ eventId: event.id, personId: id, name: ' Lady   A. ' })
      expect(await db.user.findUnique({ where: { id } })).toMatchObject({ name })
      expect(await sendOne(scanOf(passCode(id)))).toMatchObject({ person: { name: 'Lady A.' } })
    }
  })

  it('changes altogether for whom a host wrote down, and their walk-in stays the same one', async () => {
    const { event, sendOne, caller } = await evening()
    const scan = scanOf(walkIn('Nor'))
    const first = await sendOne(scan)
    const personId = first.outcome === 'IN' ? first.person.personId : ''
    await caller.scanner.fixName({ eventId: event.id, personId, name: 'Noor' })
    expect(await db.user.findUnique({ where: { id: personId } })).toMatchObject({ name: 'Noor' })
    expect(await sendOne(scan)).toMatchObject({ outcome: 'IN', person: { personId, name: 'Noor' } })
    await buildSession(db, { userId: personId })
    await caller.scanner.fixName({ eventId: event.id, personId, name: 'Other' })
    expect(await db.user.findUnique({ where: { id: personId } })).toMatchObject({ name: 'Noor' })
  })

  it('is refused when empty, and for whoever is not in', async () => {
    const { event, caller } = await evening()
    const ada = await buildUser(db, { name: 'Ada' })
    const fix = (name: string) => caller.scanner.fixName({ eventId: event.id, personId: ada.id, name })
    await expect(fix(' \u202e ')).rejects.toThrow(/Write their name/)
    await expect(fix('Eve')).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('the latest arrivals', () => {
  it('are twenty, the last that reached the server first, with names and nothing more', async () => {
    const { event, sendOne, caller } = await evening()
    for (let n = 0; n < 21; n += 1) await buildCheckIn(db, { eventId: event.id, at: minutesFromNow(-60 + n) })
    const ada = await buildUser(db, { name: 'Ada' })
    await sendOne(scanOf(passCode(ada.id), { agoMs: 80 * 60_000 }))
    const recent = await caller.scanner.recent({ eventId: event.id })
    expect(recent).toHaveLength(20)
    expect(recent[0]).toEqual({ personId: ada.id, name: 'Ada', at: minutesFromNow(-80).toISOString(), visitNumber: 1, method: 'SCAN' })
    expect(recent[1]).toMatchObject({ at: minutesFromNow(-40).toISOString(), method: 'DOOR_CODE' })
    expect(JSON.stringify(recent)).not.toContain('@')
  })
})
