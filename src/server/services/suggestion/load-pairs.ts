import type { Prisma } from '@/generated/prisma/client'
import { pairKey } from '@/domain/matching/pair-key'
import type { ShownBefore } from '@/domain/matching/types'

/** How many earlier events of the community are looked back at. */
const LOOK_BACK = 8

interface PairRow {
  readonly a: string
  readonly b: string
}

const keysOf = (pairs: readonly PairRow[]) => new Set(pairs.map(({ a, b }) => pairKey(a, b)))

/** Keys of the pairs at an event of whom one blocked the other. */
export async function loadBlocked(tx: Prisma.TransactionClient, eventId: string): Promise<ReadonlySet<string>> {
  return keysOf(
    await tx.$queryRaw<PairRow[]>`
      WITH present AS (SELECT "userId" FROM check_in WHERE "eventId" = ${eventId} AND "leftAt" IS NULL)
      SELECT "blockerId" AS a, "blockedId" AS b FROM block
      WHERE "blockerId" IN (TABLE present) AND "blockedId" IN (TABLE present)`,
  )
}

/** Keys of the pairs of whom one says at this event that they met; a refusal is told to nobody, and so none here. */
export async function loadProposed(tx: Prisma.TransactionClient, eventId: string): Promise<ReadonlySet<string>> {
  const proposals = await tx.meeting.findMany({
    where: { eventId, state: 'PROPOSED' },
    select: { userAId: true, userBId: true },
  })
  return keysOf(proposals.map(({ userAId, userBId }) => ({ a: userAId, b: userBId })))
}

/**
 * Pairs of whom one was shown the other at one of the last eight events of the community, whether or not
 * they have met: how many events ago, 1 being the last one.
 */
export async function loadShownBefore(tx: Prisma.TransactionClient, eventId: string): Promise<ShownBefore[]> {
  // One text a reader, and told apart here: tens of thousands of rows take several times as long to read.
  const rows = await tx.$queryRaw<{ id: string; shown: string }[]>`
    WITH present AS MATERIALIZED (SELECT "userId" FROM check_in WHERE "eventId" = ${eventId} AND "leftAt" IS NULL),
    earlier AS MATERIALIZED (
      SELECT e.id, (row_number() OVER (ORDER BY e."startsAt" DESC, e.id))::int AS ago
      FROM event e JOIN event tonight ON tonight.id = ${eventId}
      WHERE e."communityId" = tonight."communityId" AND e.status = 'SCHEDULED'
        AND (e."startsAt", e.id) < (tonight."startsAt", tonight.id)
      ORDER BY ago LIMIT ${LOOK_BACK})
    SELECT s."userId" AS id, string_agg(earlier.ago || ' ' || s."otherId", ' ') AS shown
    FROM earlier JOIN suggestion s ON s."eventId" = earlier.id
    WHERE s."shownAt" IS NOT NULL AND s."userId" IN (TABLE present) AND s."otherId" IN (TABLE present)
    GROUP BY s."userId"`
  return rows.flatMap(({ id, shown }) => [...lastShown(shown)].map(([other, eventsAgo]) => ({ a: id, b: other, eventsAgo })))
}

/** Of 'ago id ago id ...' each id with the least ago. */
function lastShown(shown: string): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  const words = shown.split(' ')
  for (let place = 1; place < words.length; place += 2) {
    const [ago, other] = [Number(words[place - 1]), words[place] ?? '']
    if (ago < (last.get(other) ?? Infinity)) last.set(other, ago)
  }
  return last
}
