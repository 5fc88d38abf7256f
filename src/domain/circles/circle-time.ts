import { Temporal } from 'temporal-polyfill'

/** How long a circle lasts: whoever sits at one is not free for another one meanwhile. In milliseconds. */
export const CIRCLE_LASTS_MS = 45 * 60_000

const QUARTER_MS = 15 * 60_000

/** When a circle begins unless its host says otherwise: at a quarter of an hour, 15 to 30 minutes ahead. */
export function usualStart(now: Date): Date {
  return new Date(Math.ceil((now.getTime() + QUARTER_MS) / QUARTER_MS) * QUARTER_MS)
}

/** Whether it has begun, and may have ended since. */
export function hasBegun({ startsAt }: { readonly startsAt: Date }, now: Date): boolean {
  return startsAt <= now
}

/** Whether it has ended: seats are neither taken nor given up any more. */
export function hasEnded({ startsAt }: { readonly startsAt: Date }, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() + CIRCLE_LASTS_MS
}

/** The starts of the circles that share some time with one that begins at this moment: both ends excluded. */
export function startsMeanwhile(startsAt: Date): { readonly after: Date; readonly before: Date } {
  return {
    after: new Date(startsAt.getTime() - CIRCLE_LASTS_MS),
    before: new Date(startsAt.getTime() + CIRCLE_LASTS_MS),
  }
}

/** What a zone's clock shows at this moment: HH:MM. */
export function onTheClock(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}

/**
 * The next moment, from the current minute on, at which a zone's clock shows this time.
 * @param clock HH:MM, 00:00 to 23:59
 * @returns null for any other text
 */
export function nextOnTheClock(clock: string, timeZone: string, now: Date): Date | null {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(clock)) return null
  const from = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const today = from.withPlainTime(clock)
  const next = Temporal.ZonedDateTime.compare(today, from) < 0 ? from.add({ days: 1 }).withPlainTime(clock) : today
  return new Date(next.epochMilliseconds)
}
