import type { Locale } from './translator'

/** A local date YYYY-MM-DD with its weekday: Thursday, December 10; with the year where it is not today's. */
export function dayInWords(locale: Locale, date: string, today: string): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  const format = { weekday: 'long', day: 'numeric', month: 'long', ...year, timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${date}T00:00:00Z`))
}

/** The same without its weekday, for lists: December 10. */
export function shortDay(locale: Locale, date: string, today: string): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

/** A birthday as it is kept, `YYYY-MM-DD` or `--MM-DD`, in words: April 15, 1986, or April 15. */
export function birthdayInWords(locale: Locale, birthday: string): string {
  const known = !birthday.startsWith('--')
  // The 29th of February is a day of a leap year.
  const date = new Date(`${known ? birthday : `2000-${birthday.slice(2)}`}T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...(known && { year: 'numeric' }), timeZone: 'UTC' }).format(date)
}

/** A distance from today: today, tomorrow, in 3 weeks, 2 months ago. */
export function distanceInWords(
  locale: Locale,
  { value, unit }: { readonly value: number; readonly unit: 'day' | 'week' | 'month' | 'year' },
): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(value, unit)
}
