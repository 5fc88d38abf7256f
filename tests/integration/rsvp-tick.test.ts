import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { tendRsvps } from '@/server/services/rsvp/tend-rsvps'
import { buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { DAY_MINUTES, rowOf, rsvpOf, sayAll, statesOf, toldTo, weekAhead } from './rsvp-callers'

const db = testDb()

/** Two in line, and the first of them has until a day from now to say yes. */
async function promoted() {
  const event = await weekAhead()
  const [ada, noor, kim] = await sayAll(event.id, [0, 0, 0])
  if (!ada || !noor || !kim) throw new Error('Three people said that they come.')
  await rsvpOf(ada).cancel({ eventId: event.id })
  return { event, ada, noor, kim }
}

describe('a place that is not confirmed', () => {
  it('passes on at its deadline, once, and both are told', async () => {
    const { event, noor, kim } = await promoted()
    await tendRsvps(db, minutesFromNow(DAY_MINUTES - 1))
    expect(await statesOf(event.id, [noor, kim])).toEqual(['GOING', 'WAITLISTED'])
    const late = minutesFromNow(DAY_MINUTES)
    await Promise.all([tendRsvps(db, late), tendRsvps(db, late)])
    expect(await statesOf(event.id, [noor, kim])).toEqual(['CANCELLED', 'GOING'])
    expect(await rowOf(event.id, noor)).toMatchObject({ lapsedAt: late, confirmBy: null })
    expect(await rowOf(event.id, kim)).toMatchObject({ confirmBy: minutesFromNow(2 * DAY_MINUTES) })
    expect(await toldTo(noor)).toContain('LAPSED')
    expect(await toldTo(kim)).toContain('PROMOTED')
  })

  it('is passed on before its owner can take it by saying so again, tick or none', async () => {
    const { event, noor, kim } = await promoted()
    const late = minutesFromNow(DAY_MINUTES)
    await expect(rsvpOf(noor, late).changePlusOnes({ eventId: event.id, plusOnes: 0 })).rejects.toThrow('The time to say yes has passed')
    await rsvpOf(noor, late).sayGoing({ eventId: event.id })
    expect(await statesOf(event.id, [noor, kim])).toEqual(['WAITLISTED', 'GOING'])
    expect(await toldTo(kim)).toContain('PROMOTED')
  })

  it('stays while the evening is called off, and has its time anew when it is on again', async () => {
    const { event, noor } = await promoted()
    const organizer = await buildUser(db)
    await buildMembership(db, { communityId: event.communityId, userId: organizer.id, role: 'ORGANIZER' })
    const set = (status: 'CANCELLED' | 'SCHEDULED', now: Date) =>
      createCaller(buildContext(db, viewerOf(organizer), { now })).event.setStatus({ eventId: event.id, status })
    await set('CANCELLED', NOW)
    await tendRsvps(db, minutesFromNow(2 * DAY_MINUTES))
    await set('SCHEDULED', minutesFromNow(2 * DAY_MINUTES))
    await tendRsvps(db, minutesFromNow(2 * DAY_MINUTES))
    expect(await rowOf(event.id, noor)).toMatchObject({ state: 'GOING', confirmBy: minutesFromNow(3 * DAY_MINUTES) })
  })
})

it('what somebody leaves behind who deletes their account is given to the next in line', async () => {
  const event = await weekAhead()
  const [ada, noor] = await sayAll(event.id, [0, 0])
  await db.user.delete({ where: { id: ada?.id ?? '' } })
  await tendRsvps(db, NOW)
  expect(await statesOf(event.id, [noor ?? { id: '' }])).toEqual(['GOING'])
})

it('places that waited for a larger party go to whom they fit from a day before the start', async () => {
  const event = await weekAhead({ capacity: 3, plusOnes: 2 })
  const people = await sayAll(event.id, [1, 2, 0])
  await tendRsvps(db, minutesFromNow(6 * DAY_MINUTES - 1))
  expect(await statesOf(event.id, people)).toEqual(['GOING', 'WAITLISTED', 'WAITLISTED'])
  await tendRsvps(db, minutesFromNow(6 * DAY_MINUTES))
  expect(await statesOf(event.id, people)).toEqual(['GOING', 'WAITLISTED', 'GOING'])
})

describe('the reminder', () => {
  const dayBefore = minutesFromNow(6 * DAY_MINUTES)

  it('goes once, a day before, to those who are going and did not just say so', async () => {
    const event = await weekAhead({ capacity: 3 })
    const early = await sayAll(event.id, [0])
    const cancelled = await buildUser(db)
    await buildRsvp(db, { eventId: event.id, userId: cancelled.id, state: 'CANCELLED' })
    const fresh = await sayAll(event.id, [0], minutesFromNow(6 * DAY_MINUTES - 60))
    const promoted = await buildUser(db)
    await buildRsvp(db, { eventId: event.id, userId: promoted.id, promotedAt: minutesFromNow(6 * DAY_MINUTES - 60) })
    const waiting = await sayAll(event.id, [0])
    await tendRsvps(db, minutesFromNow(6 * DAY_MINUTES - 1))
    expect(await db.outboxMail.count({ where: { subjectKey: { contains: 'REMINDER' } } })).toBe(0)
    await Promise.all([tendRsvps(db, dayBefore), tendRsvps(db, dayBefore)])
    await tendRsvps(db, minutesFromNow(6 * DAY_MINUTES + 1))
    const told = await Promise.all([...early, ...fresh, promoted, cancelled, ...waiting].map(toldTo))
    expect(told.map((mails) => mails.filter((what) => what === 'REMINDER').length)).toEqual([1, 0, 0, 0, 0])
  })

  it('is left out for an event that was made, or seen, at short notice, and one that is called off', async () => {
    const startsAt = minutesFromNow(120)
    const soon = await weekAhead({ startsAt, endsAt: minutesFromNow(300) })
    const off = await weekAhead({ startsAt: minutesFromNow(20 * 60), endsAt: minutesFromNow(23 * 60), status: 'CANCELLED' })
    for (const { id } of [soon, off]) await buildRsvp(db, { eventId: id, saidAt: minutesFromNow(-DAY_MINUTES) })
    await tendRsvps(db, NOW)
    expect(await db.outboxMail.count()).toBe(0)
  })
})
