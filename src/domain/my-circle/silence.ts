import { Temporal } from 'temporal-polyfill'

/** How long it has been since the last interaction, the shortest first; NEVER: there was none. */
export const SILENCES = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'LONGER', 'NEVER'] as const
export type Silence = (typeof SILENCES)[number]

/** Up to so many calendar months each. */
const WITHIN = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const

/**
 * Puts last dates into bands: MONTH is up to one calendar month ago, that day included, and so on; a date that is
 * yet to come counts as today.
 *
 * @param today a local date, `YYYY-MM-DD`
 * @returns what says the band of a last local date, or of null
 * @throws RangeError when `today` is no date
 */
export function silenceAsOf(today: string): (lastOn: string | null) => Silence {
  const day = Temporal.PlainDate.from(today)
  const since = (months: number) => day.subtract({ months }).toString()
  const bands = [
    ['MONTH', since(WITHIN.MONTH)],
    ['QUARTER', since(WITHIN.QUARTER)],
    ['HALF_YEAR', since(WITHIN.HALF_YEAR)],
    ['YEAR', since(WITHIN.YEAR)],
  ] as const
  // Dates of ISO 8601 with four digits of a year sort as text.
  return (lastOn) => (lastOn === null ? 'NEVER' : (bands.find(([, from]) => lastOn >= from)?.[0] ?? 'LONGER'))
}

/**
 * The local date before which a last interaction is longer ago than so many calendar months.
 *
 * @throws RangeError when `today` is no date
 */
export function silentBefore(today: string, months: number): string {
  return Temporal.PlainDate.from(today).subtract({ months }).toString()
}
