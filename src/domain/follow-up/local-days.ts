import { Temporal } from 'temporal-polyfill'

/**
 * The moment at which a local date begins; where the clocks skip midnight, the first moment there is.
 * @param date `YYYY-MM-DD`
 * @throws RangeError when there is no such date or zone
 */
export function startOfDay(date: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds)
}

/**
 * The moment of a local time; one that the clocks skip is as much later.
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 * @throws RangeError when there is no such date, time or zone
 */
export function momentOf(date: string, time: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timeZone).epochMilliseconds)
}

/** The date so many days later, `YYYY-MM-DD`; negative: before. */
export function daysFrom(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** How many days later the second date is, negative where it is earlier; both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** Whether the text is a date that there is, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
