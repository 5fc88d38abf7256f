import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { localDate, morningAfterTime, nextLater } from './morning-after'

function local(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
}

describe('morningAfterTime', () => {
  test.each([
    ['a plain evening', '2026-11-19T20:00:00Z', 'Europe/Berlin', '2026-11-20'],
    ['the night the clocks go forward', '2026-03-28T21:00:00Z', 'Europe/Berlin', '2026-03-29'],
    ['the night the clocks go back', '2026-10-24T20:00:00Z', 'Europe/Berlin', '2026-10-25'],
    ['clocks forward in New York', '2026-03-08T01:00:00Z', 'America/New_York', '2026-03-08'],
    ['an end after midnight', '2026-11-19T23:30:00Z', 'Europe/Berlin', '2026-11-20'],
    ['a breakfast', '2026-11-19T08:00:00Z', 'Europe/Berlin', '2026-11-20'],
    ['a day ahead of UTC', '2026-11-19T10:30:00Z', 'Pacific/Auckland', '2026-11-20'],
    ['a quarter-hour zone', '2026-11-19T14:00:00Z', 'Asia/Kathmandu', '2026-11-20'],
    ['the day Samoa left out', '2011-12-30T06:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('%s', (_, endsAt, timeZone, date) => {
    const due = local(morningAfterTime(new Date(endsAt), timeZone, 'usr_ada'), timeZone)
    expect(due.toPlainDate().toString()).toBe(date)
    expect(due.hour * 60 + due.minute).toBeGreaterThanOrEqual(8 * 60)
    expect(due.hour * 60 + due.minute).toBeLessThan(9 * 60 + 30)
  })

  test('on any day in any zone it is after the end, within 31 hours, between 08:00 and 09:30', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2030-01-01T00:00Z'), noInvalidDate: true }),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'UTC'),
        fc.string(),
        (endsAt, timeZone, key) => {
          const due = morningAfterTime(endsAt, timeZone, key)
          const { hour, minute } = local(due, timeZone)
          expect(due.getTime()).toBeGreaterThan(endsAt.getTime())
          expect(due.getTime() - endsAt.getTime()).toBeLessThan(31 * 3_600_000)
          expect(hour * 60 + minute).toBeGreaterThanOrEqual(480)
          expect(hour * 60 + minute).toBeLessThan(570)
          expect(morningAfterTime(endsAt, timeZone, key)).toEqual(due)
        },
      ),
    )
  })

  test('recipients are spread over the whole window', () => {
    const endsAt = new Date('2026-11-19T20:00:00Z')
    const quarters = Array.from({ length: 600 }, (_, at) => {
      const due = local(morningAfterTime(endsAt, 'UTC', `usr_${String(at)}`), 'UTC')
      return Math.floor(((due.hour - 8) * 60 + due.minute) / 15)
    })
    for (const quarter of [0, 1, 2, 3, 4, 5]) {
      expect(quarters.filter((one) => one === quarter).length).toBeGreaterThan(60)
    }
  })
})

test.each([
  ['2026-11-19T23:30:00Z', 'Europe/Berlin', '2026-11-20'],
  ['2026-11-19T23:30:00Z', 'America/New_York', '2026-11-19'],
  ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29'],
])('localDate(%s, %s) is %s', (at, timeZone, date) => {
  expect(localDate(new Date(at), timeZone)).toBe(date)
})

test.each([
  ['2026-11-19T23:30:00Z', 'Europe/Berlin', '2026-11-23'],
  ['2026-03-27T22:30:00Z', 'Europe/Berlin', '2026-03-30'],
  ['2026-10-23T22:30:00Z', 'Europe/Berlin', '2026-10-27'],
  ['2024-02-27T12:00:00Z', 'UTC', '2024-03-01'],
])('later than %s in %s is %s', (now, timeZone, date) => {
  expect(nextLater(new Date(now), timeZone)).toBe(date)
})

test('an unknown zone is refused', () => {
  const at = new Date('2026-11-19T20:00:00Z')
  expect(() => morningAfterTime(at, 'Mars/Olympus', 'x')).toThrow(RangeError)
  expect(() => localDate(at, 'Mars/Olympus')).toThrow(RangeError)
})
