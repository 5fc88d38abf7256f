import { expect, it } from 'vitest'
import { momentOn } from './moment-on'

const NOW = new Date('2026-11-22T09:30:00Z')

it.each([
  ['2026-11-20', 'Europe/Berlin', '2026-11-20T11:00:00.000Z'],
  ['2026-07-01', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
  ['2026-11-22', 'Europe/Berlin', '2026-11-22T09:30:00.000Z'],
  ['2026-11-22', 'Pacific/Auckland', '2026-11-21T23:00:00.000Z'],
  // No such day there: the zone skipped it.
  ['2011-12-30', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
])('%s in %s is %s', (date, zone, moment) => {
  expect(momentOn(date, zone, NOW)?.toISOString()).toBe(moment)
})

it.each(['2026-11-23', '2026-02-30', '22.11.2026', '', '1899-01-01', '+002026-01-01'])('%j is no day of the past', (date) => {
  expect(momentOn(date, 'Europe/Berlin', NOW)).toBeNull()
})
