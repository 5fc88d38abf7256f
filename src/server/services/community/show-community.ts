import { DomainError } from '@/domain/errors'
import { communityPath, eventPath, seriesPath } from '@/domain/public-path'
import { LISTED_PUBLICLY } from '@/server/db/public-facts'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { ruleInWords } from '../series/rule-in-words'

const COMING = 8
/** More than one page of an installation names; the rest is reached by links. */
const MOST_COMMUNITIES = 50
/** A site map of one file may hold ten times as many. */
const MOST_IN_SITE_MAP = 5_000

interface Given {
  readonly slug: string
  readonly publicUrl: string
  readonly now: Date
  readonly locale: Locale
}

/**
 * What anybody may know of a community: its series in words, and its next eight evenings.
 * @throws DomainError NOT_FOUND
 */
export async function showCommunity(db: Db, { slug, publicUrl, now, locale }: Given) {
  const row = await db.community.findUnique({
    where: { slug },
    select: {
      name: true,
      isDemo: true,
      series: {
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        select: { slug: true, name: true, rrule: true, startsAtLocal: true, venueName: true },
      },
      events: {
        where: { endsAt: { gt: now } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: COMING,
        select: LISTED_PUBLICLY,
      },
    },
  })
  if (!row) throw new DomainError('NOT_FOUND', textOf(locale, 'publicPages')('communityNotFoundText'))
  return {
    name: row.name,
    isDemo: row.isDemo,
    url: publicUrl + communityPath(slug),
    series: row.series.map(({ slug: seriesSlug, rrule, startsAtLocal, ...series }) => ({
      ...series,
      path: seriesPath(slug, seriesSlug),
      ruleText: ruleInWords(rrule, locale),
      startTime: startsAtLocal.slice(11),
    })),
    events: row.events,
  }
}

/** The communities of this installation by name, each with its next evening: fifty at most. */
export async function listCommunities(db: Db, now: Date) {
  const rows = await db.community.findMany({
    orderBy: [{ isDemo: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    take: MOST_COMMUNITIES,
    select: {
      slug: true,
      name: true,
      events: {
        where: { status: 'SCHEDULED', endsAt: { gt: now } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: 1,
        select: LISTED_PUBLICLY,
      },
    },
  })
  return rows.map(({ slug, name, events }) => ({ name, path: communityPath(slug), next: events[0] ?? null }))
}

/** The addresses that search engines may know: communities, series and evenings to come, demos apart. */
export async function listPublicPages(db: Db, { publicUrl, now }: { publicUrl: string; now: Date }) {
  const rows = await db.community.findMany({
    where: { isDemo: false },
    orderBy: { id: 'asc' },
    take: MOST_IN_SITE_MAP,
    select: {
      slug: true,
      series: { select: { slug: true }, orderBy: { id: 'asc' } },
      events: {
        where: { endsAt: { gt: now } },
        select: { id: true, changedAt: true, createdAt: true },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      },
    },
  })
  return rows
    .flatMap(({ slug, series, events }) => [
      { url: publicUrl + communityPath(slug), changedAt: null },
      ...series.map((one) => ({ url: publicUrl + seriesPath(slug, one.slug), changedAt: null })),
      ...events.map(({ id, changedAt, createdAt }) => ({ url: publicUrl + eventPath(id), changedAt: changedAt ?? createdAt })),
    ])
    .slice(0, MOST_IN_SITE_MAP)
}
