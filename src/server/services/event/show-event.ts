import { DomainError } from '@/domain/errors'
import { eventPath, seriesPath } from '@/domain/public-path'
import { LISTED_PUBLICLY } from '@/server/db/public-facts'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'

interface Given {
  readonly eventId: string
  readonly publicUrl: string
  readonly now: Date
  readonly locale: Locale
}

/** The next evening of a series that takes place, after this moment; null when none is planned. */
async function nextOf(db: Db, seriesId: string, now: Date, not: string) {
  return db.event.findFirst({
    where: { seriesId, id: { not }, status: 'SCHEDULED', startsAt: { gt: now } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: LISTED_PUBLICLY,
  })
}

/**
 * What anybody may know of one evening: never who comes, nor how many. One that is over or called off
 * names the next of its series.
 * @throws DomainError NOT_FOUND
 */
export async function showEvent(db: Db, { eventId, publicUrl, now, locale }: Given) {
  const row = await db.event.findUnique({
    where: { id: eventId },
    select: {
      ...LISTED_PUBLICLY,
      venueAddress: true,
      description: true,
      capacity: true,
      community: { select: { slug: true, name: true, isDemo: true } },
      series: { select: { id: true, slug: true, name: true, description: true } },
    },
  })
  if (!row) throw new DomainError('NOT_FOUND', textOf(locale, 'publicPages')('eventNotFoundText'))
  const { series, ...event } = row
  const over = event.endsAt <= now
  const passes = over || event.status === 'CANCELLED'
  return {
    ...event,
    over,
    running: !over && event.startsAt <= now,
    url: publicUrl + eventPath(event.id),
    series: series && {
      name: series.name,
      description: series.description,
      path: seriesPath(event.community.slug, series.slug),
    },
    next: series && passes ? await nextOf(db, series.id, now, event.id) : null,
  }
}
