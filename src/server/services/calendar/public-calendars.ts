import { DomainError } from '@/domain/errors'
import { slugOf } from '@/domain/slug'
import type { EventStatus } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { writeCalendar, type CalendarEntry } from './write-calendar'

/** How long a series' feed keeps past evenings, in milliseconds: 30 days. */
const PAST_MS = 30 * 86_400_000
/** More than any rule gives in sixteen weeks. */
const MOST_EVENTS = 500

/** What a calendar says of an evening, all of it public. */
export const IN_CALENDARS = {
  id: true,
  name: true,
  startsAt: true,
  endsAt: true,
  venueName: true,
  venueAddress: true,
  description: true,
  status: true,
  sequence: true,
  createdAt: true,
  changedAt: true,
  series: { select: { description: true } },
} as const

interface EventRow {
  readonly id: string
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly venueName: string
  readonly venueAddress: string
  readonly description: string
  readonly status: EventStatus
  readonly sequence: number
  readonly createdAt: Date
  readonly changedAt: Date | null
  readonly series: { readonly description: string } | null
}

/** An evening as everybody's calendar shows it. */
export function publicEntry({ id, description, series, status, ...event }: EventRow, locale: Locale): CalendarEntry {
  const calledOff = status === 'CANCELLED'
  return {
    ...event,
    eventId: id,
    paragraphs: [calledOff ? textOf(locale, 'calendar')('calledOff') : '', description, series?.description ?? ''],
    status: calledOff ? 'CANCELLED' : 'CONFIRMED',
    changedAt: event.changedAt ?? event.createdAt,
  }
}

/** A calendar as a file. */
export interface CalendarFile {
  readonly body: string
  /** For who saves it; letters, digits and hyphens. */
  readonly fileName: string
}

interface Given {
  readonly publicUrl: string
  readonly locale: Locale
}

/** One evening to add to a calendar. @throws DomainError NOT_FOUND */
export async function eventCalendar(db: Db, given: Given & { readonly eventId: string }): Promise<CalendarFile> {
  const { eventId, publicUrl, locale } = given
  const event = await db.event.findUnique({ where: { id: eventId }, select: IN_CALENDARS })
  if (!event) throw new DomainError('NOT_FOUND', textOf(locale, 'publicPages')('eventNotFoundText'))
  const body = writeCalendar({ name: event.name, publicUrl, entries: [publicEntry(event, locale)] })
  return { body, fileName: slugOf(event.name, 'event') }
}

/**
 * A series to subscribe to: its evenings from 30 days ago on, as far ahead as they are made, those called
 * off included, so that they vanish from calendars.
 * @throws DomainError NOT_FOUND
 */
export async function seriesCalendar(
  db: Db,
  given: Given & { readonly communitySlug: string; readonly seriesSlug: string; readonly now: Date },
): Promise<CalendarFile> {
  const { communitySlug, seriesSlug, publicUrl, now, locale } = given
  const series = await db.series.findFirst({
    where: { slug: seriesSlug, community: { slug: communitySlug } },
    select: {
      slug: true,
      name: true,
      events: {
        where: { endsAt: { gte: new Date(now.getTime() - PAST_MS) } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: MOST_EVENTS,
        select: IN_CALENDARS,
      },
    },
  })
  if (!series) throw new DomainError('NOT_FOUND', textOf(locale, 'publicPages')('communityNotFoundText'))
  const entries = series.events.map((event) => publicEntry(event, locale))
  return { body: writeCalendar({ name: series.name, publicUrl, entries }), fileName: series.slug }
}
