import type { Locale } from './translator'

/**
 * How every time of day is written, on screens as in mails: one clock of 24 hours, which the door, the
 * poster and the mail share, whatever the reader's own device prefers.
 */
export const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

interface Span {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
}

/** The day and hours of an event on the clocks where it takes place: Thursday, November 26, 17:00 – 20:00. */
export function dayAndHours(locale: Locale, { startsAt, endsAt, timeZone }: Span): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', ...CLOCK, timeZone } as const
  return new Intl.DateTimeFormat(locale, format).formatRange(startsAt, endsAt)
}

/**
 * Until when something can be said, however much later it is read, and wherever: Friday, November 27 at
 * 17:00 GMT+1, on the clocks of a zone.
 */
export function deadline(locale: Locale, at: Date, timeZone: string): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  return new Intl.DateTimeFormat(locale, { ...day, ...CLOCK, timeZoneName: 'short', timeZone }).format(at)
}

/** A moment within a few days, on the clocks of a zone: Thursday 17:00. */
export function weekdayAndTime(locale: Locale, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', ...CLOCK, timeZone }).format(at)
}
