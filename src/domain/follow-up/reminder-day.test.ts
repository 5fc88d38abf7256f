import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { localDate } from './morning-after'
import { reminderTime, type ReminderCase } from './reminder-day'

const EVENING = new Date('2026-11-19T20:00:00Z')
const one = (overrides: Partial<ReminderCase> = {}): ReminderCase => ({
  endsAt: EVENING,
  timeZone: 'Europe/Berlin',
  lastReminderAt: null,
  digestDates: [],
  recipientKey: 'usr_ada',
  ...overrides,
})
const dayOf = (now: string, of: ReminderCase) => {
  const due = reminderTime(new Date(now), of)
  return due && localDate(due, of.timeZone)
}

test.each([
  ['the day after', '2026-11-20T10:00:00Z', one(), '2026-11-27'],
  ['a digest on that day', '2026-11-20T10:00:00Z', one({ digestDates: ['2026-11-27', '2026-11-28'] }), '2026-11-29'],
  ['reminded of another evening the week before', '2026-11-20T10:00:00Z', one({ lastReminderAt: new Date('2026-11-18T08:00:00Z') }), '2026-12-02'],
  ['in the third week', '2026-12-08T12:00:00Z', one(), '2026-12-09'],
  ['on its last day, after the mail would have come', '2026-12-10T12:00:00Z', one(), null],
  ['reminded so lately that three weeks go by', '2026-11-28T12:00:00Z', one({ lastReminderAt: new Date('2026-11-27T08:00:00Z') }), null],
])('%s', (_, now, of, day) => {
  expect(dayOf(now, of)).toBe(day)
})

test('whatever was before: in the second or third week, in the morning, on no day of a digest, two weeks from the last', () => {
  const at = fc.date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2030-01-01T00:00Z'), noInvalidDate: true })
  const days = (from: Date, to: Date, zone: string) =>
    Temporal.PlainDate.from(localDate(from, zone)).until(localDate(to, zone), { largestUnit: 'days' }).days
  fc.assert(
    fc.property(
      at,
      fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
      fc.integer({ min: 0, max: 30 * 24 * 60 }),
      fc.option(fc.integer({ min: -30 * 24 * 60, max: 25 * 24 * 60 })),
      fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 25 }),
      (endsAt, timeZone, minutes, lastMinutes, digests) => {
        const now = new Date(endsAt.getTime() + minutes * 60_000)
        const lastReminderAt = lastMinutes === null ? null : new Date(endsAt.getTime() + lastMinutes * 60_000)
        const evening = Temporal.PlainDate.from(localDate(endsAt, timeZone))
        const digestDates = digests.map((day) => evening.add({ days: day }).toString())
        const due = reminderTime(now, { endsAt, timeZone, lastReminderAt, digestDates, recipientKey: 'x' })
        if (!due) return
        expect(due >= now).toBe(true)
        const there = Temporal.Instant.fromEpochMilliseconds(due.getTime()).toZonedDateTimeISO(timeZone)
        expect(there.hour === 8 || (there.hour === 9 && there.minute < 30)).toBe(true)
        expect(days(endsAt, due, timeZone)).toBeGreaterThanOrEqual(8)
        expect(days(endsAt, due, timeZone)).toBeLessThanOrEqual(21)
        expect(digestDates).not.toContain(localDate(due, timeZone))
        if (lastReminderAt) expect(days(lastReminderAt, due, timeZone)).toBeGreaterThanOrEqual(14)
      },
    ),
    { numRuns: 500 },
  )
})
