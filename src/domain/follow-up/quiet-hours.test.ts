import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { DEFAULT_QUIET, quietUntil } from './quiet-hours'

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Beirut', 'America/Havana', 'Pacific/Apia', 'UTC']
const local = (at: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
const until = (at: string, zone: string, quiet = DEFAULT_QUIET) => quietUntil(new Date(at), zone, quiet)?.toISOString()

test.each([
  ['just before', '2026-11-19T18:59:59Z', undefined],
  ['at the start', '2026-11-19T19:00:00Z', '2026-11-20T07:00:00.000Z'],
  ['after midnight', '2026-11-20T01:00:00Z', '2026-11-20T07:00:00.000Z'],
  ['at the end', '2026-11-20T07:00:00Z', undefined],
  ['over the night the clocks go forward', '2026-03-28T22:00:00Z', '2026-03-29T06:00:00.000Z'],
  ['over the night the clocks go back', '2026-10-24T22:00:00Z', '2026-10-25T07:00:00.000Z'],
])('in Berlin from 20 to 8: %s', (_, at, end) => {
  expect(until(at, 'Europe/Berlin')).toBe(end)
})

test('quiet hours within a day, and none', () => {
  expect(until('2026-11-19T12:30:00Z', 'UTC', { from: 12, to: 14 })).toBe('2026-11-19T14:00:00.000Z')
  expect(until('2026-11-19T14:00:00Z', 'UTC', { from: 12, to: 14 })).toBeUndefined()
  for (let hour = 0; hour < 24; hour++) expect(until(`2026-11-19T${String(hour).padStart(2, '0')}:00:00Z`, 'UTC', { from: 9, to: 9 })).toBeUndefined()
})

test('in any zone: null outside; inside, the end is later, within two days, and quiet no more', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2011-01-01T00:00Z'), max: new Date('2030-01-01T00:00Z'), noInvalidDate: true }),
      fc.constantFrom(...ZONES),
      fc.record({ from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 0, max: 23 }) }),
      (now, zone, quiet) => {
        const end = quietUntil(now, zone, quiet)
        // Counted hour by hour from the first, as one does on a clock's face.
        const hours = Array.from({ length: (quiet.to - quiet.from + 24) % 24 }, (_, index) => (quiet.from + index) % 24)
        expect(end !== null).toBe(hours.includes(local(now, zone).hour))
        if (!end) return
        expect(end.getTime()).toBeGreaterThan(now.getTime())
        expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(49 * 3_600_000)
        expect(hours).not.toContain(local(end, zone).hour)
      },
    ),
    { numRuns: 1000 },
  )
})
