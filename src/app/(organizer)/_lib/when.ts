import { CLOCK } from '@/text/event-time'
import { textOf, type Locale } from '@/text/translator'

interface Span {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
}

/** The time on the clock of a zone: 17:00. */
export function clockTime(at: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { timeZone, ...CLOCK }).format(at)
}

/** A day in a zone: Thu, 19 Nov 2026. */
export function day(at: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(at)
}

/** A moment where no place gives it a zone, with the zone's name: 19 Nov 2026, 17:00 UTC. */
export function momentWithZone(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...CLOCK,
    timeZoneName: 'short',
  }).format(at)
}

/** Day, start and end in the event's own zone. */
export function eveningSpan({ startsAt, endsAt, timeZone }: Span, locale: Locale): string {
  return textOf(locale, 'event')('span', {
    date: day(startsAt, timeZone, locale),
    start: clockTime(startsAt, timeZone, locale),
    end: clockTime(endsAt, timeZone, locale),
  })
}

/** A length in words: 3 hours 30 minutes. */
export function lengthInWords(minutes: number, locale: Locale): string {
  return textOf(locale, 'series')('minutes', { hours: Math.floor(minutes / 60), rest: minutes % 60 }).trim()
}
