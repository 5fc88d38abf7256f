import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { extendAllSeries, extendSeries } from '@/server/services/series/extend-series'
import { buildMembership, buildSeries } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const words = { name: 'Thursday Gathering', venueName: 'The Harbour Hall', venueAddress: 'Example Quay 2, 10115 Berlin' }
const thursdays = { frequency: 'weekly', weekdays: ['TH'] } as const
const tuesdays = { frequency: 'weekly', weekdays: ['TU'] } as const

/** A weekly series, Thursdays at 17:00, with its twelve weeks of events, the first of which is on. */
async function weekly() {
  const db = testDb()
  const series = await buildSeries(db)
  await extendSeries(db, series, NOW)
  const user = await buildUser(db)
  await buildMembership(db, { userId: user.id, communityId: series.communityId, role: 'ORGANIZER' })
  const caller = createCaller(buildContext(db, viewerOf(user)))
  const where = { communityId: series.communityId, seriesId: series.id }
  const form = { ...where, ...words, durationMinutes: 180, timeZone: 'Europe/Berlin', sequence: 0 }
  const eventOn = (day: string) =>
    db.event.findFirst({ where: { seriesId: series.id, recurrenceId: { startsWith: day } } })
  const idOn = async (day: string) => {
    const event = await eventOn(day)
    if (!event) throw new Error(`There is no event on ${day}.`)
    return event.id
  }
  const starts = async () => {
    const events = await db.event.findMany({ where: { seriesId: series.id }, orderBy: { startsAt: 'asc' } })
    return events.map(({ recurrenceId }) => recurrenceId)
  }
  const mails = () => db.outboxMail.findMany({ where: { kind: 'EVENT' }, orderBy: { subjectKey: 'asc' } })
  return { db, caller, where, form, eventOn, idOn, starts, mails }
}

describe('a series that is changed from an evening on', () => {
  it('changes later evenings in place, with their guests, and leaves earlier ones alone', async () => {
    const { db, caller, form, idOn, eventOn, mails } = await weekly()
    const [before, first, later] = await Promise.all([idOn('2026-11-26'), idOn('2026-12-03'), idOn('2026-12-10')])
    const guest = await buildRsvp(db, { eventId: first })
    await db.event.update({ where: { id: first }, data: { remindedAt: NOW } })
    const result = await caller.series.change({ ...form, rule: thursdays, startsAtLocal: '2026-12-03T18:30' })
    expect(result).toMatchObject({ calledOff: 0, deleted: 0, made: 0, told: 1 })
    expect(await db.event.findUniqueOrThrow({ where: { id: before } })).toMatchObject({
      recurrenceId: '2026-11-26T17:00',
      startsAt: new Date('2026-11-26T16:00Z'),
      sequence: 0,
    })
    expect(await db.event.findUniqueOrThrow({ where: { id: first } })).toMatchObject({
      recurrenceId: '2026-12-03T18:30',
      startsAt: new Date('2026-12-03T17:30Z'),
      sequence: 1,
      changedAt: NOW,
      remindedAt: null,
    })
    expect(await eventOn('2026-12-10')).toMatchObject({ id: later, startsAt: new Date('2026-12-10T17:30Z') })
    expect(await db.rsvp.findUniqueOrThrow({ where: { id: guest.id } })).toMatchObject({ state: 'GOING', eventId: first })
    expect(await mails()).toMatchObject([
      {
        props: {
          eventId: first,
          what: 'CHANGED',
          before: { startsAt: '2026-12-03T16:00:00.000Z', endsAt: '2026-12-03T19:00:00.000Z' },
        },
      },
    ])
    expect(await extendAllSeries(db, NOW)).toBe(0)
  })

  it('to other days deletes what nobody counts on, calls the rest off with a mail, and makes the new dates', async () => {
    const { db, caller, form, idOn, starts, mails } = await weekly()
    const [expected, attended, free] = await Promise.all([idOn('2026-12-03'), idOn('2026-12-10'), idOn('2026-12-17')])
    await buildRsvp(db, { eventId: expected })
    await buildCheckIn(db, { eventId: attended })
    const result = await caller.series.change({ ...form, rule: tuesdays, startsAtLocal: '2026-11-26T18:30' })
    expect(result).toMatchObject({ changed: 0, calledOff: 2, told: 1 })
    expect(await db.event.findUniqueOrThrow({ where: { id: expected } })).toMatchObject({ status: 'CANCELLED', sequence: 1 })
    expect(await db.event.findUniqueOrThrow({ where: { id: attended } })).toMatchObject({ status: 'CANCELLED' })
    expect(await db.event.findUnique({ where: { id: free } })).toBeNull()
    expect((await starts()).slice(0, 5)).toEqual([
      '2026-11-19T17:00',
      '2026-12-01T18:30',
      '2026-12-03T17:00',
      '2026-12-08T18:30',
      '2026-12-10T17:00',
    ])
    expect(await mails()).toMatchObject([{ props: { eventId: expected, what: 'CANCELLED' } }])
    expect(await extendAllSeries(db, NOW)).toBe(0)
  })

  it('leaves the evening alone that was changed alone, and makes no second one beside it', async () => {
    const { db, caller, form, idOn, starts } = await weekly()
    const own = await idOn('2026-12-03')
    const facts = { ...words, description: 'With soup', rsvpMode: 'OPTIONAL', capacity: null, plusOnes: 0 } as const
    const moved = { startsAtLocal: '2026-12-04T20:00', durationMinutes: 60, sequence: 0 }
    await caller.event.change({ eventId: own, ...facts, ...moved })
    await caller.series.change({ ...form, rule: thursdays, startsAtLocal: '2026-11-26T18:30' })
    expect(await db.event.findUniqueOrThrow({ where: { id: own } })).toMatchObject({
      startsAt: new Date('2026-12-04T19:00Z'),
      endsAt: new Date('2026-12-04T20:00Z'),
      description: 'With soup',
      recurrenceId: '2026-12-03T18:30',
      sequence: 1,
    })
    expect((await starts()).filter((start) => start?.startsWith('2026-12-03'))).toHaveLength(1)
    await caller.series.change({ ...form, sequence: 1, rule: tuesdays, startsAtLocal: '2026-11-26T18:30' })
    expect(await db.event.findUniqueOrThrow({ where: { id: own } })).toMatchObject({ status: 'SCHEDULED', sequence: 1 })
  })

  it('keeps called off what was called off, and touches nothing that stays as it is', async () => {
    const { db, caller, form, idOn } = await weekly()
    const off = await idOn('2026-12-03')
    await buildRsvp(db, { eventId: off })
    await caller.event.setStatus({ eventId: off, status: 'CANCELLED' })
    const told = await db.outboxMail.count()
    const same = await caller.series.change({ ...form, rule: thursdays, startsAtLocal: '2026-11-26T17:00' })
    expect(same).toEqual({ changed: 0, made: 0, calledOff: 0, deleted: 0, told: 0 })
    await caller.series.change({ ...form, sequence: 1, rule: thursdays, startsAtLocal: '2026-11-26T18:00' })
    expect(await db.event.findUniqueOrThrow({ where: { id: off } })).toMatchObject({
      status: 'CANCELLED',
      startsAt: new Date('2026-12-03T17:00Z'),
    })
    expect(await db.outboxMail.count()).toBe(told)
    expect(await extendAllSeries(db, NOW)).toBe(0)
  })

  it('gives places anew, and who waited gets one', async () => {
    const { db, caller, form, idOn } = await weekly()
    const eventId = await idOn('2026-12-03')
    await db.event.update({ where: { id: eventId }, data: { capacity: 1 } })
    await buildRsvp(db, { eventId })
    const waiting = await buildRsvp(db, { eventId, state: 'WAITLISTED' })
    const places = { rsvpMode: 'REQUIRED', capacity: 2, plusOnes: 1 } as const
    await caller.series.change({ ...form, ...places, rule: thursdays, startsAtLocal: '2026-11-26T17:00' })
    expect(await db.event.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ ...places, sequence: 1 })
    expect(await db.rsvp.findUniqueOrThrow({ where: { id: waiting.id } })).toMatchObject({ state: 'GOING' })
    expect(await db.outboxMail.count({ where: { props: { path: ['what'], equals: 'CHANGED' } } })).toBe(0)
  })

  it('from today on leaves the evening that is on as it is, and alone on its day', async () => {
    const { db, caller, form, idOn, starts } = await weekly()
    const on = await idOn('2026-11-19')
    await caller.series.change({ ...form, rule: thursdays, startsAtLocal: '2026-11-19T20:00' })
    expect(await db.event.findUniqueOrThrow({ where: { id: on } })).toMatchObject({ startsAt: new Date('2026-11-19T16:00Z'), sequence: 0 })
    expect((await starts()).filter((start) => start?.startsWith('2026-11-19'))).toEqual(['2026-11-19T20:00'])
  })

  it('refuses what is over, another community’s, and a rule without dates; then nothing is written', async () => {
    const { db, caller, form } = await weekly()
    const other = await weekly()
    const change = { ...form, rule: tuesdays }
    const never = { frequency: 'custom', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' } as const
    const refused = [
      [{ startsAtLocal: '2026-11-18T17:00' }, 'What is over cannot be changed.'],
      [{ startsAtLocal: '2026-11-26T17:00', rule: never }, 'This rule never gives a date'],
      [{ startsAtLocal: '2026-11-26T17:00', seriesId: other.where.seriesId }, 'There is nothing here.'],
    ] as const
    for (const [more, sentence] of refused) {
      await expect(caller.series.change({ ...change, ...more })).rejects.toThrow(sentence)
    }
    expect(await db.series.count({ where: { sequence: 0 } })).toBe(2)
  })

  it('is refused to the second of two who change it at once, in one sentence', async () => {
    const { db, caller, form } = await weekly()
    const change = (name: string) => caller.series.change({ ...form, name, rule: thursdays, startsAtLocal: '2026-11-26T17:00' })
    const outcomes = await Promise.allSettled([change('Mine'), change('Yours')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT', cause: { userMessage: expect.stringContaining('Somebody else changed this series meanwhile.') as unknown } },
    })
    const names = await db.event.findMany({ where: { startsAt: { gt: NOW } }, distinct: ['name'], select: { name: true } })
    expect(names).toHaveLength(1)
  })

  it('is not overtaken by the job that makes events of the old rule', async () => {
    const { db, caller, form } = await weekly()
    await Promise.all([
      caller.series.change({ ...form, rule: tuesdays, startsAtLocal: '2026-11-26T18:30' }),
      extendAllSeries(db, minutesFromNow(14 * 24 * 60)),
    ])
    const later = await db.event.findMany({ where: { startsAt: { gt: new Date('2026-11-26T12:00Z') } } })
    expect(later.filter(({ recurrenceId }) => recurrenceId?.endsWith('T17:00'))).toEqual([])
  })
})

describe('one date of a series', () => {
  it('is left out: deleted where nobody counts on it, else called off; and comes back', async () => {
    const { db, caller, where, idOn, eventOn, mails } = await weekly()
    const expected = await idOn('2026-12-24')
    await buildRsvp(db, { eventId: expected })
    const change = (kind: 'SKIP' | 'KEEP', day: string) => caller.series.changeDate({ ...where, change: { kind, day } })
    expect(await change('SKIP', '2026-12-24')).toEqual({ told: 1 })
    expect(await change('SKIP', '2026-12-24')).toEqual({ told: 0 })
    await change('SKIP', '2026-12-31')
    expect(await eventOn('2026-12-24')).toMatchObject({ id: expected, status: 'CANCELLED' })
    expect(await eventOn('2026-12-31')).toBeNull()
    expect(await extendAllSeries(db, NOW)).toBe(0)
    expect((await caller.series.get(where)).skipDates).toEqual(['2026-12-24', '2026-12-31'])
    expect(await change('KEEP', '2026-12-24')).toEqual({ told: 1 })
    await change('KEEP', '2026-12-31')
    expect(await eventOn('2026-12-24')).toMatchObject({ id: expected, status: 'SCHEDULED' })
    expect(await eventOn('2026-12-31')).not.toBeNull()
    expect((await mails()).map(({ subjectKey }) => subjectKey)).toEqual([`${expected}:BACK_ON:2`, `${expected}:CANCELLED:1`])
  })

  it('is left out though its evening was changed alone', async () => {
    const { db, caller, where, idOn, eventOn } = await weekly()
    await db.event.update({ where: { id: await idOn('2026-12-24') }, data: { ownChangesAt: NOW } })
    await caller.series.changeDate({ ...where, change: { kind: 'SKIP', day: '2026-12-24' } })
    expect(await eventOn('2026-12-24')).toBeNull()
  })

  it('is added, once, and taken back', async () => {
    const { db, caller, where, eventOn } = await weekly()
    const change = (kind: 'ADD' | 'REMOVE') => caller.series.changeDate({ ...where, change: { kind, start: '2026-12-22T12:00' } })
    await change('ADD')
    await change('ADD')
    expect(await eventOn('2026-12-22')).toMatchObject({ startsAt: new Date('2026-12-22T11:00Z'), venueName: words.venueName })
    expect(await extendAllSeries(db, NOW)).toBe(0)
    await change('REMOVE')
    expect(await eventOn('2026-12-22')).toBeNull()
    expect(await caller.series.get(where)).toMatchObject({ extraDates: [] })
  })

  it.each([
    ['no date of the rule', { kind: 'SKIP', day: '2026-12-25' }, 'There is no evening on December 25, 2026'],
    ['no date at all', { kind: 'SKIP', day: '2026-02-31' }, 'A day to leave out is a date'],
    ['over', { kind: 'ADD', start: '2026-11-18T17:00' }, 'The extra evening of November 18, 2026 is over'],
    ['no start', { kind: 'ADD', start: '2026-12-22' }, 'An extra evening needs its date and its start.'],
  ] as const)('is refused when it is %s', async (_what, change, sentence) => {
    const { caller, where } = await weekly()
    await expect(caller.series.changeDate({ ...where, change })).rejects.toThrow(sentence)
  })
})

describe('the form for changing a series', () => {
  it('begins with the next evening, and with the times that are left', async () => {
    const { db, caller, where } = await weekly()
    await db.series.update({ where: { id: where.seriesId }, data: { rrule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=10' } })
    expect(await caller.series.toChange(where)).toMatchObject({ fromDay: '2026-11-26', rrule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=7' })
    expect(await caller.series.toChange({ ...where, fromDay: '2026-12-10' })).toMatchObject({
      rrule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=5',
    })
  })
})
