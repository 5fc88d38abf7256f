import type { Locale } from '@/text/translator'

/** A day in words, without the hour: which zone it is read in makes no difference that matters here. */
export function dayLabel(moment: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(moment)
}
