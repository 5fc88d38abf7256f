import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isDigestMoment, nextDigest, type DigestPlan } from './digest-time'

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Kiritimati', 'UTC']
const local = (at: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

const moment = fc.date({ min: new Date('2011-01-01T00:00Z'), max: new Date('2035-01-01T00:00Z'), noInvalidDate: true })
const zone = fc.constantFrom(...ZONES)
const plan: fc.Arbitrary<DigestPlan> = fc.record({
  rhythm: fc.constantFrom('WEEKLY' as const, 'DAILY' as const),
  weekday: fc.integer({ min: 1, max: 7 }),
})

test.each([
  ['before it on the day itself', '2026-11-23T05:00:00Z', '2026-11-23'],
  ['after it, a week later', '2026-11-23T12:00:00Z', '2026-11-30'],
  ['over the end of summer time', '2026-10-24T12:00:00Z', '2026-10-26'],
])('Mondays in Berlin: %s', (_, after, day) => {
  const due = local(nextDigest(new Date(after), 'Europe/Berlin', { rhythm: 'WEEKLY', weekday: 1 }, 'usr_ada'), 'Europe/Berlin')
  expect(due.toPlainDate().toString()).toBe(day)
})

test('in any zone: later, on the weekday, between 08:00 and 09:30, and no day of theirs is left out', () => {
  fc.assert(
    fc.property(moment, zone, plan, fc.string(), (after, timeZone, wanted, key) => {
      const due = nextDigest(after, timeZone, wanted, key)
      const there = local(due, timeZone)
      expect(due.getTime()).toBeGreaterThan(after.getTime())
      expect(there.hour * 60 + there.minute).toBeGreaterThanOrEqual(480)
      expect(there.hour * 60 + there.minute).toBeLessThan(570)
      if (wanted.rhythm === 'WEEKLY') expect(there.dayOfWeek).toBe(wanted.weekday)
      // Nothing between: each day before it is another weekday, or its morning is over.
      for (let day = local(after, timeZone).toPlainDate(); !day.equals(there.toPlainDate()); day = day.add({ days: 1 })) {
        const morning = day.toPlainDateTime(there.toPlainTime()).toZonedDateTime(timeZone)
        const left = day.equals(morning.toPlainDate()) && morning.epochMilliseconds > after.getTime()
        if (left) expect(wanted.rhythm === 'WEEKLY' && day.dayOfWeek !== wanted.weekday).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('planned one after the other, no two fall on one local date', () => {
  fc.assert(
    fc.property(moment, zone, plan, fc.string(), (after, timeZone, wanted, key) => {
      const first = nextDigest(after, timeZone, wanted, key)
      const second = nextDigest(first, timeZone, wanted, key)
      expect(local(second, timeZone).toPlainDate().toString() > local(first, timeZone).toPlainDate().toString()).toBe(true)
      expect(isDigestMoment(first, timeZone, wanted, key)).toBe(true)
      expect(isDigestMoment(new Date(first.getTime() + 1000), timeZone, wanted, key)).toBe(false)
    }),
  )
})

test('a weekday that there is not is refused', () => {
  expect(() => nextDigest(new Date(0), 'UTC', { rhythm: 'WEEKLY', weekday: 8 }, 'x')).toThrow(RangeError)
})
