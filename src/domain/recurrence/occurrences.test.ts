import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isTimeZone, occurrences, type OccurrencesInput } from './occurrences'

afterEach(() => {
  vi.unstubAllEnvs()
})

const thursdays: OccurrencesInput = {
  rrule: 'FREQ=WEEKLY;BYDAY=TH',
  startsAtLocal: '2026-03-19T17:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 180,
  from: new Date('2026-01-01T00:00Z'),
  limit: 3,
}

function starts(more: Partial<OccurrencesInput>): string[] {
  return occurrences({ ...thursdays, ...more }).map(({ startsAt }) => startsAt.toISOString().slice(0, 16))
}

function ids(more: Partial<OccurrencesInput>): string[] {
  return occurrences({ ...thursdays, ...more }).map(({ recurrenceId }) => recurrenceId)
}

const PROCESS_ZONES = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata']

describe.each(PROCESS_ZONES)('in a process that runs in %s', (zone) => {
  test('the clock on the wall stays the same over a change of clocks', () => {
    vi.stubEnv('TZ', zone)
    const inZone = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric' }).format(thursdays.from)
    expect(new Intl.DateTimeFormat('en', { hour: 'numeric' }).format(thursdays.from)).toBe(inZone(zone))
    expect(occurrences(thursdays)).toEqual([
      { recurrenceId: '2026-03-19T17:00', startsAt: new Date('2026-03-19T16:00Z'), endsAt: new Date('2026-03-19T19:00Z'), clock: 'PLAIN' },
      { recurrenceId: '2026-03-26T17:00', startsAt: new Date('2026-03-26T16:00Z'), endsAt: new Date('2026-03-26T19:00Z'), clock: 'PLAIN' },
      { recurrenceId: '2026-04-02T17:00', startsAt: new Date('2026-04-02T15:00Z'), endsAt: new Date('2026-04-02T18:00Z'), clock: 'PLAIN' },
    ])
  })

  test('a start that the clock skips moves forward, and keeps its id; the next is itself again', () => {
    vi.stubEnv('TZ', zone)
    const nights = { rrule: 'FREQ=DAILY', startsAtLocal: '2026-03-28T02:30' }
    expect(starts(nights)).toEqual(['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30'])
    expect(ids(nights)).toEqual(['2026-03-28T02:30', '2026-03-29T02:30', '2026-03-30T02:30'])
  })

  test('of a start that comes twice the first is taken', () => {
    vi.stubEnv('TZ', zone)
    const nights = { rrule: 'FREQ=DAILY', startsAtLocal: '2026-10-24T02:30', limit: 3 }
    expect(starts(nights)).toEqual(['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'])
  })

  test('the first Monday of the month, across the date line from UTC', () => {
    vi.stubEnv('TZ', zone)
    const mondays = { rrule: 'FREQ=MONTHLY;BYDAY=1MO', startsAtLocal: '2026-01-05T08:00', timeZone: 'Pacific/Auckland' }
    expect(ids(mondays)).toEqual(['2026-01-05T08:00', '2026-02-02T08:00', '2026-03-02T08:00'])
    expect(starts(mondays)[0]).toBe('2026-01-04T19:00')
  })
})

test('a gap of half an hour moves a start by half an hour', () => {
  const night = { rrule: 'FREQ=DAILY;COUNT=1', startsAtLocal: '2026-10-04T02:15', timeZone: 'Australia/Lord_Howe' }
  expect(starts(night)).toEqual(['2026-10-03T15:45'])
})

test('a start that is moved past `from` is found', () => {
  const nights = { rrule: 'FREQ=DAILY', startsAtLocal: '2026-03-28T02:30', limit: 1 }
  expect(ids({ ...nights, from: new Date('2026-03-29T01:15Z') })).toEqual(['2026-03-29T02:30'])
})

test('`from` is inclusive, and a long series is entered in the middle', () => {
  expect(ids({ from: new Date('2036-03-20T16:00Z'), limit: 2 })).toEqual(['2036-03-20T17:00', '2036-03-27T17:00'])
  expect(ids({ from: new Date('2036-03-20T16:00:00.001Z'), limit: 1 })).toEqual(['2036-03-27T17:00'])
})

test('COUNT counts from the start, not from `from`', () => {
  expect(ids({ rrule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3', from: new Date('2026-03-27T00:00Z'), limit: 9 })).toEqual([
    '2026-04-02T17:00',
  ])
})

test.each([
  ['UNTIL=20260326', 2],
  ['UNTIL=20260326T165900', 1],
  ['UNTIL=20260326T170000', 2],
  ['UNTIL=20260326T155900Z', 1],
  ['UNTIL=20260326T160000Z', 2],
])('%s is inclusive, on its own clock', (until, count) => {
  expect(ids({ rrule: `FREQ=WEEKLY;BYDAY=TH;${until}`, limit: 9 })).toHaveLength(count)
})

test('a start that the rule does not give is no occurrence', () => {
  expect(ids({ startsAtLocal: '2026-03-16T17:00', limit: 1 })).toEqual(['2026-03-19T17:00'])
})

test('every second week keeps its weeks from wherever it is looked at', () => {
  const rule = { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH' }
  const all = ids({ ...rule, limit: 20 })
  expect(ids({ ...rule, from: new Date('2026-06-01T00:00Z'), limit: 3 })).toEqual(
    all.filter((id) => id > '2026-06-01').slice(0, 3),
  )
})

test('occurrences come in order, at or after `from`, and never twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=SU,WE', 'FREQ=MONTHLY;BYDAY=-1SU', 'FREQ=MONTHLY;BYMONTHDAY=31'),
      fc.constantFrom('00:00', '01:30', '02:30', '23:30'),
      fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo'),
      fc.date({ min: new Date('2016-01-01T00:00Z'), max: new Date('2030-01-01T00:00Z'), noInvalidDate: true }),
      (rrule, time, timeZone, from) => {
        const found = occurrences({ ...thursdays, rrule, timeZone, from, startsAtLocal: `2016-01-01T${time}`, limit: 12 })
        expect(found).toHaveLength(12)
        const moments = found.map(({ startsAt }) => startsAt.getTime())
        expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b))
        expect(Math.min(...moments)).toBeGreaterThanOrEqual(from.getTime())
      },
    ),
  )
})

describe('skipped and extra dates', () => {
  test('a skipped day is left out, wherever the clock stands', () => {
    expect(ids({ skipDates: ['2026-03-26'] })).toEqual(['2026-03-19T17:00', '2026-04-02T17:00', '2026-04-09T17:00'])
  })

  test('an extra date comes in its place, and one that the rule gives too counts once', () => {
    const extraDates = ['2026-03-26T17:00', '2026-03-24T12:00']
    expect(ids({ extraDates })).toEqual(['2026-03-19T17:00', '2026-03-24T12:00', '2026-03-26T17:00'])
  })

  test('an extra date stays after UNTIL and COUNT, and on a skipped day', () => {
    const extraDates = ['2026-06-01T12:00', '2026-03-26T12:00']
    const skipDates = ['2026-03-26']
    for (const rrule of ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20260326', 'FREQ=WEEKLY;BYDAY=TH;COUNT=2']) {
      expect(ids({ rrule, extraDates, skipDates, limit: 9 })).toEqual(['2026-03-19T17:00', '2026-03-26T12:00', '2026-06-01T12:00'])
    }
  })

  test('an extra date at the moment to which the clock moves another counts once', () => {
    const nights = { rrule: 'FREQ=DAILY;COUNT=1', startsAtLocal: '2026-03-29T02:30', extraDates: ['2026-03-29T03:30'] }
    expect(ids(nights)).toEqual(['2026-03-29T02:30'])
  })

  test('says where the clock makes something else of a start', () => {
    const extraDates = ['2026-03-29T02:30', '2026-10-25T02:30']
    const found = occurrences({ ...thursdays, rrule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=1', extraDates })
    expect(found.map(({ clock }) => clock)).toEqual(['PLAIN', 'SKIPPED', 'TWICE'])
  })
})

test('a rule without any date from its start on has none, however long it is searched', () => {
  expect(starts({ rrule: 'FREQ=MONTHLY;INTERVAL=2;BYMONTH=2', startsAtLocal: '2026-01-05T17:00' })).toEqual([])
})

test('what comes is the same in whatever zone the process runs', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((count) => new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10))
  const time = fc.constantFrom('00:30', '02:30', '17:00', '23:30')
  const input = fc.record({
    rrule: fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=SU,TH', 'FREQ=MONTHLY;BYDAY=1SU,-1SU', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=9'),
    startsAtLocal: fc.tuple(day, time).map((parts) => parts.join('T')),
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kolkata'),
    skipDates: fc.uniqueArray(day, { maxLength: 5 }),
    extraDates: fc.uniqueArray(fc.tuple(day, time).map((parts) => parts.join('T')), { maxLength: 5 }),
  })
  fc.assert(
    fc.property(input, (given) => {
      const found = PROCESS_ZONES.map((zone) => {
        vi.stubEnv('TZ', zone)
        return occurrences({ ...thursdays, ...given, limit: 20 })
      })
      for (const other of found) expect(other).toEqual(found[0])
      const moments = (found[0] ?? []).map(({ startsAt }) => startsAt.getTime())
      expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b))
      const isExtra = (id: string) => given.extraDates.includes(id)
      for (const { recurrenceId } of found[0] ?? []) {
        expect(isExtra(recurrenceId) || !given.skipDates.includes(recurrenceId.slice(0, 10))).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('what cannot be worked out is refused', () => {
  expect(() => occurrences({ ...thursdays, rrule: 'FREQ=HOURLY' })).toThrow(RangeError)
  expect(() => occurrences({ ...thursdays, startsAtLocal: '2026-03-19' })).toThrow(RangeError)
  expect(() => occurrences({ ...thursdays, startsAtLocal: '2026-02-31T17:00' })).toThrow(RangeError)
  expect(() => occurrences({ ...thursdays, timeZone: 'Mars/Olympus' })).toThrow(RangeError)
})

test.each([
  ['Europe/Berlin', true],
  ['America/Argentina/Buenos_Aires', true],
  ['UTC', true],
  ['Etc/GMT+5', true],
  ['+01:00', false],
  ['Mars/Olympus', false],
  ['', false],
  ['Europe/Berlin ', false],
])('isTimeZone(%j) is %j', (text, expected) => {
  expect(isTimeZone(text)).toBe(expected)
})
