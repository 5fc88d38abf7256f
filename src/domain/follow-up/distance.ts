import { Temporal } from 'temporal-polyfill'

/** Up to here days are counted, then weeks, then months, then years. */
const LONGEST_IN_DAYS = 13
const LONGEST_IN_WEEKS = 8
const DAYS_A_MONTH = 30.44
const MONTHS_A_YEAR = 12
const LONGEST_IN_MONTHS = 18

export interface Distance {
  /** Whole units, negative for the past. */
  readonly value: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
}

/**
 * How far one local date is from another, in the unit in which people would say it, rounded to the nearest.
 * @param from and `to` as YYYY-MM-DD
 * @throws RangeError for what is no date.
 */
export function distanceBetween(from: string, to: string): Distance {
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
  const size = Math.abs(days)
  if (size <= LONGEST_IN_DAYS) return { value: days, unit: 'day' }
  if (Math.round(size / 7) <= LONGEST_IN_WEEKS) return { value: Math.round(days / 7), unit: 'week' }
  const months = Math.round(days / DAYS_A_MONTH)
  if (Math.abs(months) <= LONGEST_IN_MONTHS) return { value: months, unit: 'month' }
  return { value: Math.round(months / MONTHS_A_YEAR), unit: 'year' }
}
