import type { Locale } from './translator'

/** A day in words on the clock of that zone: 'November 19, 2026'. */
export function longDate(locale: Locale, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at)
}
