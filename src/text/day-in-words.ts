import type { Locale } from './translator'

/** A day in words, without year and hour, by UTC: for 'until' some weeks ahead, where an hour makes no difference. */
export function dayInWords(moment: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(moment)
}
