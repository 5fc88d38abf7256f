import { Temporal } from 'temporal-polyfill'

/**
 * The moment that stands for a day on which something happened: noon on the clock of that zone, or now, if that
 * is still to come.
 *
 * @param date YYYY-MM-DD
 * @param timeZone an IANA zone
 * @returns null for what is no date, for a day after today and for one before 1900.
 * @throws RangeError when there is no such zone
 */
export function momentOn(date: string, timeZone: string, now: Date): Date | null {
  if (!/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/u.test(date)) return null
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  let day: Temporal.PlainDate
  try {
    day = Temporal.PlainDate.from(date)
  } catch {
    return null
  }
  if (Temporal.PlainDate.compare(day, today) > 0) return null
  const noon = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour: 12 }) })
  return new Date(Math.min(noon.epochMilliseconds, now.getTime()))
}
