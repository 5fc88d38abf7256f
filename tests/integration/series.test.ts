import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { extendAllSeries, extendSeries } from '@/server/services/series/extend-series'
import { buildCommunity, buildMembership, buildSeries } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildUser, viewerOf } from '../factories/user'
import { NOW } from '../factories/moment'
import { testDb } from '../setup/integration'

const form = {
  name: 'Thursday Gathering',
  rule: { frequency: 'weekly', weekdays: ['TH'] },
  startsAtLocal: '2026-03-12T17:00',
  durationMinutes: 180,
  timeZone: 'Europe/Berlin',
} as const

async function organizer(role: 'OWNER' | 'ORGANIZER' | 'HOST' | 'MEMBER' = 'ORGANIZER', now = NOW) {
  const db = testDb()
  const [user, community] = await Promise.all([buildUser(db), buildCommunity(db)])
  await buildMembership(db, { userId: user.id, communityId: community.id, role })
  return { db, community, caller: createCaller(buildContext(db, viewerOf(user), { now })) }
}

describe('a new series', () => {
  it('keeps its hour on the clock when summer time begins', async () => {
    const now = new Date('2026-03-10T09:00:00Z')
    const { db, community, caller } = await organizer('ORGANIZER', now)
    const { id } = await caller.series.create({ ...form, communityId: community.id })
    const events = await db.event.findMany({ where: { seriesId: id }, orderBy: { startsAt: 'asc' } })
    expect(events.slice(0, 4).map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-03-12T16:00:00.000Z',
      '2026-03-19T16:00:00.000Z',
      '2026-03-26T16:00:00.000Z',
      '2026-04-02T15:00:00.000Z',
    ])
    expect(events).toHaveLength(12)
    expect(events[3]).toMatchObject({ recurrenceId: '2026-04-02T17:00', name: form.name, timeZone: 'Europe/Berlin' })
  })

  it('begins in the past without making past evenings up, and has the one that is on', async () => {
    const { db, community, caller } = await organizer()
    const { id } = await caller.series.create({ ...form, communityId: community.id })
    const first = await db.event.findFirstOrThrow({ where: { seriesId: id }, orderBy: { startsAt: 'asc' } })
    expect(first.startsAt.toISOString()).toBe('2026-11-19T16:00:00.000Z')
  })

  it('has its first evening even when that is far away', async () => {
    const { db, community, caller } = await organizer()
    const { id } = await caller.series.create({
      ...form,
      rule: { frequency: 'once' },
      startsAtLocal: '2027-08-01T12:00',
      communityId: community.id,
    })
    const events = await db.event.findMany({ where: { seriesId: id } })
    expect(events.map(({ startsAt }) => startsAt.toISOString())).toEqual(['2027-08-01T10:00:00.000Z'])
  })

  it('gets a slug of its own, also when two are made at once', async () => {
    const { community, caller } = await organizer()
    const made = await Promise.all(
      Array.from({ length: 4 }, () => caller.series.create({ ...form, communityId: community.id })),
    )
    expect(made.map(({ slug }) => slug).sort()).toEqual([
      'thursday-gathering',
      'thursday-gathering-2',
      'thursday-gathering-3',
      'thursday-gathering-4',
    ])
  })

  it.each([
    ['an unknown zone', { timeZone: 'Europe/Atlantis' }],
    ['no start', { startsAtLocal: 'T' }],
    ['a day that does not exist', { startsAtLocal: '2026-02-30T17:00' }],
    ['a rule that is none', { rule: { frequency: 'custom', rrule: 'every Thursday' } }],
    ['a rule that is over', { rule: { frequency: 'custom', rrule: 'FREQ=WEEKLY;COUNT=2' } }],
    ['a rule that never comes', { rule: { frequency: 'custom', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' } }],
    ['no name', { name: '  ' }],
    ['an endless evening', { durationMinutes: 100_000 }],
    ['no number of minutes', { durationMinutes: 1.5 }],
    ['no length', { durationMinutes: 0 }],
    ['no weekday', { rule: { frequency: 'weekly', weekdays: [] } }],
    ['no place in the month', { rule: { frequency: 'monthlyByWeekday', weekdays: ['MO'], positions: [] } }],
    ['an end that is no date', { rule: { ...form.rule, end: { kind: 'until', date: '' } } }],
    ['no times', { rule: { ...form.rule, end: { kind: 'after', times: 0 } } }],
    ['a skipped day that the rule does not give', { skipDates: ['2026-12-25'] }],
    ['a skipped day that is none', { skipDates: ['2026-12-32'] }],
    ['an extra date that is over', { extraDates: ['2026-11-18T17:00'] }],
    ['an extra date without a time', { extraDates: ['2026-12-18'] }],
    ['more places than there are', { capacity: 100_001 }],
    ['no place at all', { capacity: 0 }],
    ['a crowd in one’s wake', { plusOnes: 11 }],
  ] as const)('is refused for %s, and nothing is written', async (_what, change) => {
    const { db, community, caller } = await organizer()
    const made = caller.series.create({ ...form, ...change, communityId: community.id })
    await expect(made).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(made).rejects.toThrow(/^[A-Z].*\.$/)
    expect(await db.series.count()).toBe(0)
    expect(await db.event.count()).toBe(0)
  })

  it('says how many exceptions there may be', async () => {
    const { community, caller } = await organizer()
    const day = (index: number) => new Date(NOW.getTime() + index * 86_400_000).toISOString().slice(0, 10)
    const extraDates = Array.from({ length: 500 }, (_, index) => `${day(index + 1)}T12:00`)
    await expect(caller.series.create({ ...form, extraDates, communityId: community.id })).rejects.toThrow(
      'A series can have 100 extra evenings at most.',
    )
  })

  it('leaves dates out, has others besides, and gives its events what they begin with', async () => {
    const { db, community, caller } = await organizer()
    const { id } = await caller.series.create({
      ...form,
      communityId: community.id,
      skipDates: ['2026-12-24', '2026-12-24'],
      extraDates: ['2026-12-22T12:00'],
      rsvpMode: 'REQUIRED',
      capacity: 40,
      plusOnes: 2,
    })
    const events = await db.event.findMany({ where: { seriesId: id }, orderBy: { startsAt: 'asc' } })
    const ids = events.map(({ recurrenceId }) => recurrenceId)
    expect(ids).toContain('2026-12-22T12:00')
    expect(ids).toContain('2026-12-17T17:00')
    expect(ids).not.toContain('2026-12-24T17:00')
    for (const event of events) expect(event).toMatchObject({ rsvpMode: 'REQUIRED', capacity: 40, plusOnes: 2 })
    expect(await extendAllSeries(db, NOW)).toBe(0)
    expect((await caller.series.get({ communityId: community.id, seriesId: id })).ruleText).toBe(
      'every Thursday, except December 24, 2026, and also on December 22, 2026',
    )
  })

  it('shows the date that a change of clocks moves', async () => {
    const { community, caller } = await organizer()
    const nights = { rule: { frequency: 'custom', rrule: 'FREQ=DAILY' }, startsAtLocal: '2026-11-20T02:30' } as const
    const timing = { communityId: community.id, durationMinutes: 60, timeZone: 'Europe/Berlin' }
    const { clockChange } = await caller.series.previewOccurrences({ ...timing, ...nights })
    expect(clockChange).toEqual({
      recurrenceId: '2027-03-28T02:30',
      startsAt: new Date('2027-03-28T01:30Z'),
      clock: 'SKIPPED',
    })
    const once = { rule: { frequency: 'once' }, startsAtLocal: '2027-10-31T02:30' } as const
    expect((await caller.series.previewOccurrences({ ...timing, ...once })).clockChange?.clock).toBe('TWICE')
    expect((await caller.series.previewOccurrences({ ...timing, rule: form.rule, startsAtLocal: '2026-11-20T17:00' })).clockChange).toBeNull()
  })

  it('shows its next six dates before it is made', async () => {
    const { db, community, caller } = await organizer()
    const { name: _, ...timing } = form
    const { dates, ruleText } = await caller.series.previewOccurrences({ ...timing, communityId: community.id })
    expect(ruleText).toBe('every Thursday')
    expect(dates).toHaveLength(6)
    expect(dates[1]?.startsAt.toISOString()).toBe('2026-11-26T16:00:00.000Z')
    expect(await db.series.count()).toBe(0)
  })

  it('is an organizer’s to make, and of another community not even to be seen', async () => {
    const { community } = await organizer('OWNER')
    const stranger = await organizer('OWNER')
    await expect(stranger.caller.series.create({ ...form, communityId: community.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    for (const role of ['HOST', 'MEMBER'] as const) {
      const { caller, community: own } = await organizer(role)
      await expect(caller.series.create({ ...form, communityId: own.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const series = await buildSeries(testDb(), { communityId: community.id })
    const within = { communityId: stranger.community.id, seriesId: series.id }
    await expect(stranger.caller.series.get(within)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the horizon of twelve weeks', () => {
  it('is filled once, however many fill it at once', async () => {
    const db = testDb()
    const series = await buildSeries(db)
    const made = await Promise.all(Array.from({ length: 8 }, () => extendSeries(db, series, NOW)))
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(await db.event.count({ where: { seriesId: series.id } }))
    expect(await extendSeries(db, series, NOW)).toBe(0)
    const starts = await db.event.findMany({ where: { seriesId: series.id }, select: { startsAt: true } })
    expect(new Set(starts.map(({ startsAt }) => startsAt.getTime())).size).toBe(13)
  })

  it('moves on with time and leaves moved and cancelled evenings alone', async () => {
    const db = testDb()
    const series = await buildSeries(db)
    await extendAllSeries(db, NOW)
    const [moved, cancelled] = await db.event.findMany({ orderBy: { startsAt: 'asc' }, skip: 1, take: 2 })
    if (!moved || !cancelled) throw new Error('too few events')
    const later = new Date(moved.startsAt.getTime() + 86_400_000)
    await db.event.update({ where: { id: moved.id }, data: { startsAt: later, endsAt: new Date(later.getTime() + 3_600_000) } })
    await db.event.update({ where: { id: cancelled.id }, data: { status: 'CANCELLED' } })
    expect(await extendAllSeries(db, new Date(NOW.getTime() + 14 * 86_400_000))).toBe(2)
    expect(await db.event.count({ where: { seriesId: series.id } })).toBe(15)
    expect(await db.event.findUniqueOrThrow({ where: { id: moved.id } })).toMatchObject({ startsAt: later })
    expect(await db.event.findUniqueOrThrow({ where: { id: cancelled.id } })).toMatchObject({ status: 'CANCELLED' })
  })
})
