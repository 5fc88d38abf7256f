import { Temporal } from 'temporal-polyfill'
import { hash32 } from '../hash'

/** An event that ends before this local hour belongs to the evening before. */
const EVENING_ENDS_AT_HOUR = 4
const FIRST_MAIL_AT_HOUR = 8
/** Mails leave from 08:00 up to, and not including, 09:30. */
const SPREAD_SECONDS = 90 * 60
/** How many days 'later' puts a prompt off. */
const LATER_DAYS = 3

/**
 * When the morning-after mail to one person is due: on the local day after the event, between 08:00
 * and 09:30 on the clock of that zone, daylight saving changes included. One recipient key always
 * gets the same moment, many are spread evenly. An event that ends after midnight and before 04:00
 * counts as the evening before, so that its mail comes the same morning.
 *
 * @param timeZone an IANA zone
 * @throws RangeError when there is no such zone or the date is invalid
 */
export function morningAfterTime(eventEndsAt: Date, timeZone: string, recipientKey: string): Date {
  const end = zoned(eventEndsAt, timeZone)
  const evening = end.hour < EVENING_ENDS_AT_HOUR ? end.toPlainDate().subtract({ days: 1 }) : end.toPlainDate()
  return morningOf(evening.add({ days: 1 }), timeZone, recipientKey)
}

/**
 * The moment of a local day, between 08:00 and 09:30 on the clock of that zone, at which this recipient gets
 * their mail of the morning: always the same one, many are spread evenly.
 *
 * @throws RangeError when there is no such zone
 */
export function morningOf(day: Temporal.PlainDate, timeZone: string, recipientKey: string): Date {
  const time = Temporal.PlainTime.from({ hour: FIRST_MAIL_AT_HOUR }).add({
    seconds: hash32(recipientKey) % SPREAD_SECONDS,
  })
  return new Date(day.toPlainDateTime(time).toZonedDateTime(timeZone).epochMilliseconds)
}

/**
 * The date on the calendar of that zone, YYYY-MM-DD.
 *
 * @throws RangeError when there is no such zone or the date is invalid
 */
export function localDate(at: Date, timeZone: string): string {
  return zoned(at, timeZone).toPlainDate().toString()
}

/**
 * The date to which 'later' puts a prompt off: three local days on, YYYY-MM-DD.
 *
 * @throws RangeError when there is no such zone or the date is invalid
 */
export function nextLater(now: Date, timeZone: string): string {
  return zoned(now, timeZone).toPlainDate().add({ days: LATER_DAYS }).toString()
}

function zoned(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
}
