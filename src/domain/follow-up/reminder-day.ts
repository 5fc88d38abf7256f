import { Temporal } from 'temporal-polyfill'
import { morningOf } from './morning-after'

/** The one reminder of an evening comes in the second or third week after it: days 8 to 21, counted from the day after. */
export const REMINDER_FROM_DAYS = 8
export const REMINDER_TO_DAYS = 21
/** However many evenings somebody goes to: at most one reminder in so many days. */
export const REMINDER_PAUSE_DAYS = 14

/** What decides about one person's reminder of their latest evening with something open. */
export interface ReminderCase {
  readonly endsAt: Date
  /** IANA, of the person. */
  readonly timeZone: string
  /** When they were last reminded of any evening; null: never. */
  readonly lastReminderAt: Date | null
  /** Local dates of digests that are sent or planned, `YYYY-MM-DD`. */
  readonly digestDates: readonly string[]
  readonly recipientKey: string
}

const dayIn = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()

/**
 * When this person is to be reminded, at or after `now`: on the first morning of the second or third week
 * that brings no digest and is two weeks from the last reminder. Null when there is no such morning left: then
 * nobody is reminded of that evening any more.
 *
 * @throws RangeError when there is no such zone or a date is invalid
 */
export function reminderTime(now: Date, one: ReminderCase): Date | null {
  const { endsAt, timeZone, lastReminderAt, digestDates, recipientKey } = one
  const evening = dayIn(endsAt, timeZone)
  const rested = lastReminderAt && dayIn(lastReminderAt, timeZone).add({ days: REMINDER_PAUSE_DAYS })
  for (let days = REMINDER_FROM_DAYS; days <= REMINDER_TO_DAYS; days++) {
    const day = evening.add({ days })
    if (rested && Temporal.PlainDate.compare(day, rested) < 0) continue
    if (digestDates.includes(day.toString())) continue
    const due = morningOf(day, timeZone, recipientKey)
    if (due >= now) return due
  }
  return null
}
