import { DomainError } from '@/domain/errors'
import { seriesPath } from '@/domain/public-path'
import { LISTED_PUBLICLY } from '@/server/db/public-facts'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { ruleInWords } from './rule-in-words'

/** Twelve weeks of a weekly series. */
const COMING = 12

interface Given {
  readonly communitySlug: string
  readonly seriesSlug: string
  readonly publicUrl: string
  readonly now: Date
  readonly locale: Locale
}

/**
 * What anybody may know of a series: how often, where, what it is, and its next twelve evenings, those
 * called off included.
 * @throws DomainError NOT_FOUND
 */
export async function showSeries(db: Db, given: Given) {
  const { communitySlug, seriesSlug, publicUrl, now, locale } = given
  const row = await db.series.findFirst({
    where: { slug: seriesSlug, community: { slug: communitySlug } },
    select: {
      name: true,
      description: true,
      rrule: true,
      startsAtLocal: true,
      durationMinutes: true,
      timeZone: true,
      venueName: true,
      venueAddress: true,
      community: { select: { slug: true, name: true, isDemo: true } },
      events: {
        where: { endsAt: { gt: now } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: COMING,
        select: { ...LISTED_PUBLICLY, venueAddress: true, capacity: true },
      },
    },
  })
  if (!row) throw new DomainError('NOT_FOUND', textOf(locale, 'publicPages')('communityNotFoundText'))
  const { rrule, events, startsAtLocal, ...facts } = row
  return {
    ...facts,
    ruleText: ruleInWords(rrule, locale),
    /** HH:MM on the clock of the place. */
    startTime: startsAtLocal.slice(11),
    events,
    url: publicUrl + seriesPath(communitySlug, seriesSlug),
  }
}
