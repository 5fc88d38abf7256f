import { Temporal } from 'temporal-polyfill'
import { DomainError } from '@/domain/errors'
import { rolesFor } from '@/domain/permissions'
import { occurrences } from '@/domain/recurrence/occurrences'
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

/**
 * A series as the form for changing it shows it: from its next evening on, or from a chosen local day, and
 * with what is left of its number of times.
 * @param given.fromDay `YYYY-MM-DD`; the next evening's unless given, today where there is none
 * @throws DomainError NOT_FOUND, also for another community's.
 */
export async function findSeriesToChange(
  db: Db,
  given: Scope & { seriesId: string; now: Date; fromDay?: string | undefined },
) {
  const series = await findSeries(db, given)
  const next = await db.event.findFirst({
    where: { seriesId: series.id, series: scoped(given), startsAt: { gt: given.now }, status: 'SCHEDULED' },
    select: { recurrenceId: true },
    orderBy: { startsAt: 'asc' },
  })
  const here = Temporal.Instant.fromEpochMilliseconds(given.now.getTime()).toZonedDateTimeISO(series.timeZone)
  const today = here.toPlainDate().toString()
  const fromDay = given.fromDay ?? next?.recurrenceId?.slice(0, 10) ?? today
  return { ...series, today, fromDay, rrule: withTimesLeft(series, fromDay) }
}

/** The rule with the number of times that are left from a day on, at least one. */
function withTimesLeft(
  { rrule, ...timing }: { rrule: string; startsAtLocal: string; durationMinutes: number },
  fromDay: string,
): string {
  const times = /COUNT=(\d+)/.exec(rrule)?.[1]
  if (times === undefined) return rrule
  const { startsAtLocal, durationMinutes } = timing
  const from = new Date(`${fromDay}T00:00:00Z`)
  const left = occurrences({ rrule, startsAtLocal, durationMinutes, timeZone: 'UTC', from, limit: Number(times) })
  return rrule.replace(/COUNT=\d+/, `COUNT=${String(Math.max(1, left.length))}`)
}
