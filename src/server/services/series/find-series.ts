import { DomainError } from '@/domain/errors'
import { rolesFor } from '@/domain/permissions'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { ruleInWords } from './rule-in-words'

const SHOWN = {
  id: true,
  slug: true,
  name: true,
  description: true,
  rrule: true,
  startsAtLocal: true,
  durationMinutes: true,
  timeZone: true,
  venueName: true,
  venueAddress: true,
  skipDates: true,
  extraDates: true,
  rsvpMode: true,
  capacity: true,
  plusOnes: true,
  sequence: true,
} as const

interface Scope {
  readonly communityId: string
  readonly userId: string
  readonly locale: Locale
}

const scoped = ({ communityId, userId }: Scope) => ({
  communityId,
  community: { memberships: { some: { userId, role: { in: rolesFor('organize') } } } },
})

/** The series of a community by name, each with its rule in words. */
export async function listSeries(db: Db, scope: Scope) {
  const rows = await db.series.findMany({
    where: scoped(scope),
    select: SHOWN,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, ruleText: ruleInWords(row.rrule, scope.locale, row) }))
}

/** One series of a community. @throws DomainError NOT_FOUND, also for another community's. */
export async function findSeries(db: Db, given: Scope & { seriesId: string }) {
  const row = await db.series.findFirst({ where: { id: given.seriesId, ...scoped(given) }, select: SHOWN })
  if (!row) throw new DomainError('NOT_FOUND', textOf(given.locale, 'errors')('notFound'))
  return { ...row, ruleText: ruleInWords(row.rrule, given.locale, row) }
}
