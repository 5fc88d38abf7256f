import { Temporal } from 'temporal-polyfill'
import { morningOf } from './morning-after'

/** How often somebody wants their digest. */
export interface DigestPlan {
  readonly rhythm: 'WEEKLY' | 'DAILY'
  /** ISO 8601, for a weekly one: 1 is Monday, 7 Sunday. */
  readonly weekday: number
}

/** The day that Samoa left out was a weekday too: the next one of its name is two weeks from the last. */
const DAYS_AHEAD = 15

/**
 * The first moment after `after` at which this person's digest is due: on a day of theirs, between 08:00 and
 * 09:30 on the clock of their zone, always the same time for one recipient key.
 *
 * @throws RangeError when there is no such zone or the date is invalid
 */
export function nextDigest(after: Date, timeZone: string, { rhythm, weekday }: DigestPlan, recipientKey: string): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  for (let days = 0; days < DAYS_AHEAD; days++) {
    const day = today.add({ days })
    if (rhythm === 'WEEKLY' && day.dayOfWeek !== weekday) continue
    const due = morningOf(day, timeZone, recipientKey)
    if (due > after) return due
  }
  throw new RangeError(`There is no weekday ${String(weekday)}.`)
}

/**
 * Whether a moment is one at which the digest is due now: it is not after a change of zone, rhythm or weekday
 * that came after it was planned.
 */
export function isDigestMoment(at: Date, timeZone: string, plan: DigestPlan, recipientKey: string): boolean {
  return nextDigest(new Date(at.getTime() - 1), timeZone, plan, recipientKey).getTime() === at.getTime()
}
