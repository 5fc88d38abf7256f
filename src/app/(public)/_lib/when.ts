import { CLOCK } from '@/text/event-time'
import type { Locale } from '@/text/translator'

interface Span {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
}

const DAY_AND_HOURS = { weekday: 'long', day: 'numeric', month: 'long', ...CLOCK } as const

/** The day and hours of an event, in the event's own zone: that is where its clock hangs. */
export function whenOf(locale: Locale, { startsAt, endsAt, timeZone }: Span): string {
  return new Intl.DateTimeFormat(locale, { ...DAY_AND_HOURS, timeZone }).formatRange(startsAt, endsAt)
}

/** The same with its year, for a page that is still read when the year is over. */
export function whenWithYear(locale: Locale, { startsAt, endsAt, timeZone }: Span): string {
  return new Intl.DateTimeFormat(locale, { ...DAY_AND_HOURS, year: 'numeric', timeZone }).formatRange(startsAt, endsAt)
}

/** The day alone: Thursday, November 26. */
export function dayOf(locale: Locale, { startsAt, timeZone }: Omit<Span, 'endsAt'>): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(startsAt)
}

/** Where the clock hangs, and what its time is called on that day: Europe/Berlin (Central European Standard Time). */
export function zoneOf(locale: Locale, { startsAt, timeZone }: Omit<Span, 'endsAt'>): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(startsAt)
  const called = parts.find(({ type }) => type === 'timeZoneName')?.value
  const place = timeZone.replaceAll('_', ' ')
  return called === undefined || called === place ? place : `${place} (${called})`
}
