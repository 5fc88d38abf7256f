import { dayAndHours } from '@/text/event-time'
import type { Locale } from '@/text/translator'
import type { StoredEventMail } from './stored-event-mail'

type Before = NonNullable<StoredEventMail['before']>

/** What of an event can change for its guests. */
interface Facts {
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
  readonly venueName: string
  readonly venueAddress: string
}

/** One thing that is different now, both in words; empty where there was, or is, nothing. */
export interface ChangedLine {
  readonly label: 'name' | 'when' | 'where'
  readonly was: string
  readonly now: string
}

/** Name and address of the venue on one line; empty when none was given. */
export function whereOf({ venueName, venueAddress }: Pick<Facts, 'venueName' | 'venueAddress'>): string {
  return [venueName, venueAddress].filter((part) => part !== '').join(', ')
}

/** A stored time; the one that is true now where none was stored, or none that can be read. */
function timeOf(stored: string | undefined, otherwise: Date): Date {
  const time = new Date(stored ?? Number.NaN)
  return Number.isNaN(time.getTime()) ? otherwise : time
}

/** What was and what is, of what a change replaced; what has since changed back is left out. */
export function changedLines(before: Before, now: Facts, locale: Locale): ChangedLine[] {
  const was: Facts = {
    name: before.name ?? now.name,
    startsAt: timeOf(before.startsAt, now.startsAt),
    endsAt: timeOf(before.endsAt, now.endsAt),
    timeZone: before.timeZone ?? now.timeZone,
    venueName: before.venueName ?? now.venueName,
    venueAddress: before.venueAddress ?? now.venueAddress,
  }
  const lines: ChangedLine[] = [
    { label: 'name', was: was.name, now: now.name },
    { label: 'when', was: dayAndHours(locale, was), now: dayAndHours(locale, now) },
    { label: 'where', was: whereOf(was), now: whereOf(now) },
  ]
  return lines.filter((line) => line.was !== line.now)
}
