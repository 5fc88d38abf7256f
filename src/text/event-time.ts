import type { Locale } from './translator'

interface Span {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
}

/** The day and hours of an event on the clocks where it takes place: Thursday, November 26, 5:00 – 8:00 PM. */
export function dayAndHours(locale: Locale, { startsAt, endsAt, timeZone }: Span): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone } as const
  return new Intl.DateTimeFormat(locale, format).formatRange(startsAt, endsAt)
}

/** A moment within a few days, on the clocks of a zone: Thursday 5:00 PM. */
export function weekdayAndTime(locale: Locale, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone }).format(at)
}
