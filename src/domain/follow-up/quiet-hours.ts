import { Temporal } from 'temporal-polyfill'

/** Whole hours 0 to 23 on a person's clock, from the first up to, and not including, the second; the same twice: none. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

/** Of everybody who said nothing else: follow-up.md, rule 7. */
export const DEFAULT_QUIET: QuietHours = { from: 20, to: 8 }

/** An hour that the clocks leave out can put the end among quiet hours again; never more often than this. */
const TURNS = 3

function isQuiet(hour: number, { from, to }: QuietHours): boolean {
  return from < to ? hour >= from && hour < to : from > to && (hour >= from || hour < to)
}

/**
 * When the quiet hours that it is in on the clock of that zone are over, or null when it is in none.
 *
 * @param timeZone an IANA zone
 * @throws RangeError when there is no such zone or the date is invalid
 */
export function quietUntil(now: Date, timeZone: string, quiet: QuietHours): Date | null {
  const start = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  if (!isQuiet(start.hour, quiet)) return null
  let end = start
  for (let turn = 0; turn < TURNS && isQuiet(end.hour, quiet); turn++) {
    const day = end.hour < quiet.to ? end.toPlainDate() : end.toPlainDate().add({ days: 1 })
    end = day.toPlainDateTime(Temporal.PlainTime.from({ hour: quiet.to })).toZonedDateTime(timeZone)
  }
  return new Date(end.epochMilliseconds)
}
