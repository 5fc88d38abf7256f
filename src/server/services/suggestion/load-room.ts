import type { Prisma } from '@/generated/prisma/client'
import { pairKey } from '@/domain/matching/pair-key'
import type { MatchingInput, Pair, Person } from '@/domain/matching/types'

interface PairRow {
  readonly a: string
  readonly b: string
}

/**
 * Everybody at an event who wants to be seen, with what they say of themselves, and the pairs that are
 * never suggested: those who met at any event, and those of whom one blocked the other.
 */
export async function loadRoom(
  tx: Prisma.TransactionClient,
  eventId: string,
): Promise<Pick<MatchingInput, 'people' | 'excluded'>> {
  const people = await tx.$queryRaw<Person[]>`
    SELECT c."userId" AS id, c."visitNumber", coalesce(p.ask, '') AS ask, coalesce(p.offer, '') AS offer,
           coalesce(p.starter, '') AS starter, coalesce(chosen.interests, '[]') AS interests,
           '[]'::json AS affiliations,
           ARRAY(
             SELECT earlier."eventId" FROM check_in earlier
             WHERE earlier."userId" = c."userId" AND earlier."communityId" = c."communityId" AND earlier."eventId" <> c."eventId"
           ) AS attended,
           ARRAY(
             SELECT CASE WHEN m."userAId" = c."userId" THEN m."userBId" ELSE m."userAId" END FROM meeting m
             WHERE m.state = 'CONFIRMED' AND c."userId" IN (m."userAId", m."userBId")
           ) AS met
    FROM check_in c
    LEFT JOIN profile p ON p."userId" = c."userId"
    LEFT JOIN (
      SELECT ui."userId", json_agg(json_build_object('slug', i.slug, 'label', i.label, 'field', i.field) ORDER BY i.slug) AS interests
      FROM user_interest ui
      JOIN interest i ON i.id = ui."interestId"
      WHERE ui."userId" IN (SELECT "userId" FROM check_in WHERE "eventId" = ${eventId})
      GROUP BY ui."userId") chosen ON chosen."userId" = c."userId"
    WHERE c."eventId" = ${eventId} AND coalesce(p.visible, true)`
  const pairs = await tx.$queryRaw<PairRow[]>`
    WITH present AS (SELECT "userId" FROM check_in WHERE "eventId" = ${eventId})
    SELECT "userAId" AS a, "userBId" AS b FROM meeting
    WHERE state = 'CONFIRMED' AND "userAId" IN (TABLE present) AND "userBId" IN (TABLE present)
    UNION
    SELECT "blockerId", "blockedId" FROM block
    WHERE "blockerId" IN (TABLE present) AND "blockedId" IN (TABLE present)`
  return { people, excluded: new Set(pairs.map(({ a, b }) => pairKey(a, b))) }
}

/** The suggestions that stand at an event. */
export function loadStanding(tx: Prisma.TransactionClient, eventId: string) {
  return tx.suggestion.findMany({
    where: { eventId },
    select: {
      id: true,
      userId: true,
      otherId: true,
      rank: true,
      kind: true,
      score: true,
      reasons: true,
      question: true,
      shownAt: true,
      user: { select: { describedAt: true } },
    },
  })
}

export type StandingSuggestion = Awaited<ReturnType<typeof loadStanding>>[number]

/**
 * Whether its reader has read it and said nothing new of themself since: it then keeps its place, for
 * what somebody has read does not vanish. Who changes what they say asks for a new list.
 */
export function isRead(shownAt: Date | null, describedAt: Date | null): boolean {
  return shownAt !== null && (describedAt === null || shownAt > describedAt)
}

/** Pairs of which at least one has read the suggestion, see {@link isRead}. */
export function keptPairs(standing: readonly StandingSuggestion[]): Pair[] {
  const kept = new Map<string, Pair>()
  for (const { userId, otherId, kind, shownAt, user } of standing) {
    if (isRead(shownAt, user.describedAt)) kept.set(pairKey(userId, otherId), { a: userId, b: otherId, kind })
  }
  return [...kept.values()]
}
