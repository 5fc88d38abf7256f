import { rolesFor } from '@/domain/permissions'
import type { Db } from '@/server/db/client'

const PAGE = 8
/** A series' own page shows all of its twelve weeks, where there is one a week. */
const PAGE_OF_SERIES = 20
/** How long before its start an event counts as tonight's, in milliseconds. */
const SOON_MS = 14 * 60 * 60_000

const LISTED = {
  id: true,
  name: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  venueName: true,
  status: true,
} as const

interface Scope {
  readonly communityId: string
  readonly userId: string
  readonly now: Date
}

/** How many first-timers came, by event. */
export async function countFirstTimers(db: Db, eventIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.checkIn.groupBy({
    by: ['eventId'],
    where: { eventId: { in: [...eventIds] }, visitNumber: 1 },
    _count: true,
  })
  return new Map(rows.map((row) => [row.eventId, row._count]))
}

/**
 * A page of events, eight or, of one series, twenty: the ones to come (running ones first among them) in their order, or the past
 * ones, latest first. `page` counts from 1.
 */
export async function listEvents(
  db: Db,
  given: Scope & { when: 'upcoming' | 'past'; page: number; seriesId?: string | undefined },
) {
  const upcoming = given.when === 'upcoming'
  const size = given.seriesId === undefined ? PAGE : PAGE_OF_SERIES
  const rows = await db.event.findMany({
    where: {
      communityId: given.communityId,
      community: { memberships: { some: { userId: given.userId, role: { in: rolesFor('organize') } } } },
      endsAt: upcoming ? { gte: given.now } : { lt: given.now },
      ...(given.seriesId === undefined ? {} : { seriesId: given.seriesId }),
    },
    select: { ...LISTED, _count: { select: { checkIns: true } } },
    orderBy: [{ startsAt: upcoming ? 'asc' : 'desc' }, { id: 'asc' }],
    skip: (given.page - 1) * size,
    take: size + 1,
  })
  const shown = rows.slice(0, size)
  const firstTimers = await countFirstTimers(db, shown.map(({ id }) => id))
  return {
    events: shown.map(({ _count, ...event }) => ({
      ...event,
      running: upcoming && event.startsAt <= given.now && event.status === 'SCHEDULED',
      arrivals: _count.checkIns,
      firstTimers: firstTimers.get(event.id) ?? 0,
    })),
    more: rows.length > size,
  }
}

/** What is on now or within the next fourteen hours: whose door screen somebody may want to open. */
export async function listTonight(db: Db, { communityId, userId, now }: Scope) {
  return db.event.findMany({
    where: {
      communityId,
      community: { memberships: { some: { userId, role: { in: rolesFor('showDoor') } } } },
      status: 'SCHEDULED',
      endsAt: { gte: now },
      startsAt: { lte: new Date(now.getTime() + SOON_MS) },
    },
    select: LISTED,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: PAGE,
  })
}
