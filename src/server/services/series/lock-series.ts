import { DomainError } from '@/domain/errors'
import { rolesFor } from '@/domain/permissions'
import type { Prisma } from '@/generated/prisma/client'
import { sql, type Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { CHANGEABLE } from '../event/write-event'
import { SERIES_OF_EVENTS } from './extend-series'

interface Wanted {
  readonly communityId: string
  readonly seriesId: string
  readonly userId: string
  readonly locale: Locale
  /** The state that the one who changes it has seen; whoever only adds to it says none. */
  readonly sequence?: number
}

/**
 * Takes the row of a series for its change until the transaction ends, and counts the change: who comes at the
 * same time waits, and then finds another sequence.
 * @throws DomainError NOT_FOUND, also for another community's; CONFLICT when it is not as it was seen.
 */
export async function lockSeries(tx: Db, { communityId, seriesId, userId, locale, sequence }: Wanted) {
  const scope = {
    id: seriesId,
    communityId,
    community: { memberships: { some: { userId, role: { in: rolesFor('editSeries') } } } },
  }
  const { count } = await tx.series.updateMany({
    where: { ...scope, ...(sequence !== undefined && { sequence }) },
    data: { sequence: { increment: 1 } },
  })
  if (count > 0) return tx.series.findUniqueOrThrow({ where: { id: seriesId }, select: SERIES_OF_EVENTS })
  if ((await tx.series.count({ where: scope })) === 0) {
    throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  }
  throw new DomainError('CONFLICT', textOf(locale, 'series')('meanwhile'))
}

const LATER = { ...CHANGEABLE, recurrenceId: true, ownChangesAt: true } as const satisfies Prisma.EventSelect

/** An event of a series, with its own place in it. */
export type LaterEvent = Prisma.EventGetPayload<{ select: typeof LATER }> & {
  readonly recurrenceId: string
  /** It is on or over, and stays as it is. */
  readonly begun: boolean
}

/**
 * The events of a series that were given for the local day `fromDay` (YYYY-MM-DD) or a later one, locked until
 * the transaction ends: nobody can say that they come, or check in, while it is decided whether anybody has.
 */
export async function lockEventsFrom(
  tx: Db,
  { seriesId, fromDay, now }: { seriesId: string; fromDay: string; now: Date },
): Promise<LaterEvent[]> {
  const locked = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT id FROM event WHERE "seriesId" = ${seriesId} AND "recurrenceId" >= ${fromDay} ORDER BY id FOR UPDATE`)
  const events = await tx.event.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    select: LATER,
    orderBy: [{ recurrenceId: 'asc' }, { id: 'asc' }],
  })
  return events.flatMap(({ recurrenceId, ...event }) =>
    recurrenceId === null ? [] : [{ ...event, recurrenceId, begun: event.startsAt <= now }],
  )
}
