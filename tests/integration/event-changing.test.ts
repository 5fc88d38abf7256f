import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const DAY = 24 * 60
const form = {
  name: 'Thursday Gathering',
  description: '',
  venueName: 'The Harbour Hall',
  venueAddress: 'Example Quay 2, 10115 Berlin',
  startsAtLocal: '2026-11-26T18:30',
  durationMinutes: 180,
  rsvpMode: 'OPTIONAL',
  capacity: null,
  plusOnes: 0,
  sequence: 0,
} as const

/** An evening a week ahead, 18:30 to 21:30 in Berlin, and its organizer. */
async function evening(overrides: Parameters<typeof buildEvent>[1] = {}) {
  const db = testDb()
  const event = await buildEvent(db, { startsAt: minutesFromNow(7 * DAY), endsAt: minutesFromNow(7 * DAY + 180), ...overrides })
  const user = await buildUser(db)
  await buildMembership(db, { userId: user.id, communityId: event.communityId, role: 'ORGANIZER' })
  const caller = createCaller(buildContext(db, viewerOf(user)))
  const change = (more: Partial<Parameters<typeof caller.event.change>[0]> = {}) =>
    caller.event.change({ eventId: event.id, ...form, ...more })
  const now = () => db.event.findUniqueOrThrow({ where: { id: event.id } })
  return { db, event, caller, change, now }
}

describe('one evening that is changed alone', () => {
  it('is shown as it is, moved on its own clock, and its guests are told what it was', async () => {
    const { db, event, caller, change, now } = await evening({ remindedAt: NOW })
    await buildRsvp(db, { eventId: event.id, plusOnes: 2 })
    await buildRsvp(db, { eventId: event.id, state: 'WAITLISTED' })
    await buildRsvp(db, { eventId: event.id, state: 'CANCELLED' })
    const { name, startsAtLocal, durationMinutes, sequence, taken } = await caller.event.toChange({ eventId: event.id })
    expect({ name, startsAtLocal, durationMinutes, sequence, taken }).toEqual({
      name: form.name,
      startsAtLocal: form.startsAtLocal,
      durationMinutes: 180,
      sequence: 0,
      taken: 3,
    })
    expect(await change({ startsAtLocal: '2026-11-27T19:00', venueName: 'The Boathouse' })).toEqual({ changed: true, told: 2 })
    expect(await now()).toMatchObject({
      startsAt: new Date('2026-11-27T18:00Z'),
      endsAt: new Date('2026-11-27T21:00Z'),
      venueName: 'The Boathouse',
      sequence: 1,
      changedAt: NOW,
      ownChangesAt: NOW,
      remindedAt: null,
    })
    const [mail] = await db.outboxMail.findMany({ where: { kind: 'EVENT' } })
    expect(mail?.props).toEqual({
      eventId: event.id,
      what: 'CHANGED',
      before: { startsAt: '2026-11-26T17:30:00.000Z', endsAt: '2026-11-26T20:30:00.000Z', venueName: 'The Harbour Hall' },
    })
  })

  it('tells nobody of what no guest cares for, nor that nothing changed', async () => {
    const { db, event, change, now } = await evening()
    await buildRsvp(db, { eventId: event.id })
    expect(await change()).toEqual({ changed: false, told: 0 })
    expect(await now()).toMatchObject({ sequence: 0, ownChangesAt: null })
    expect(await change({ description: 'With soup', rsvpMode: 'REQUIRED', plusOnes: 3 })).toEqual({ changed: true, told: 0 })
    expect(await now()).toMatchObject({ sequence: 1, ownChangesAt: NOW, description: 'With soup', plusOnes: 3 })
  })

  it('takes nobody’s place away, and gives more to who waited first', async () => {
    const { db, event, change } = await evening()
    const eventId = event.id
    for (let count = 0; count < 3; count += 1) await buildRsvp(db, { eventId })
    const [first, second] = [await buildRsvp(db, { eventId, state: 'WAITLISTED' }), await buildRsvp(db, { eventId, state: 'WAITLISTED' })]
    await change({ capacity: 1 })
    expect(await db.rsvp.count({ where: { eventId, state: 'GOING' } })).toBe(3)
    await change({ capacity: 4, sequence: 1 })
    const states = await db.rsvp.findMany({ where: { id: { in: [first.id, second.id] } }, orderBy: { turn: 'asc' } })
    expect(states.map(({ state }) => state)).toEqual(['GOING', 'WAITLISTED'])
  })

  it('stays called off, and nobody hears of it', async () => {
    const { db, event, change, now } = await evening({ status: 'CANCELLED' })
    await buildRsvp(db, { eventId: event.id })
    expect(await change({ startsAtLocal: '2026-11-27T19:00' })).toEqual({ changed: true, told: 0 })
    expect(await now()).toMatchObject({ status: 'CANCELLED', sequence: 1 })
  })

  it('keeps the second of two equal hours until it is moved', async () => {
    const { change, now } = await evening({
      startsAt: new Date('2027-10-31T01:30Z'),
      endsAt: new Date('2027-10-31T02:30Z'),
    })
    await change({ startsAtLocal: '2027-10-31T02:30', durationMinutes: 60, name: 'Night' })
    expect((await now()).startsAt).toEqual(new Date('2027-10-31T01:30Z'))
    await change({ startsAtLocal: '2027-03-28T02:30', durationMinutes: 60, name: 'Night', sequence: 1 })
    expect((await now()).startsAt).toEqual(new Date('2027-03-28T01:30Z'))
  })

  it('is refused to the second of two who change it at once, in one sentence', async () => {
    const { db, event, change, now } = await evening()
    await buildRsvp(db, { eventId: event.id })
    const outcomes = await Promise.allSettled([change({ name: 'Mine' }), change({ name: 'Yours' })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT', cause: { userMessage: expect.stringContaining('Somebody else changed this evening meanwhile.') as unknown } },
    })
    expect((await now()).sequence).toBe(1)
    expect(await db.outboxMail.count({ where: { kind: 'EVENT' } })).toBe(1)
  })

  it.each([
    ['a day that is over', { startsAtLocal: '2026-11-18T18:30' }, 'That would be over already.'],
    ['a day that does not exist', { startsAtLocal: '2027-02-29T18:30' }, 'Choose from which date on'],
    ['no length', { durationMinutes: 0 }, 'An evening lasts from five minutes to a week.'],
    ['no name', { name: ' ' }, 'Give the series a name'],
    ['half a place', { capacity: 1.5 }, 'Places are a whole number'],
  ] as const)('is not changed to %s', async (_what, more, sentence) => {
    const { change, now } = await evening()
    await expect(change(more)).rejects.toThrow(sentence)
    expect((await now()).sequence).toBe(0)
  })

  it('is not changed once it is over', async () => {
    const { change } = await evening({ startsAt: minutesFromNow(-200), endsAt: minutesFromNow(-20) })
    await expect(change()).rejects.toThrow('This evening is over')
  })
})
