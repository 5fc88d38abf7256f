import type { AskCandidate } from '@/domain/introductions/route-ask'
import { askWeekSince, newSince } from '@/domain/introductions/ask-time'
import { sql, type Db } from '@/server/db/client'
import { readWithVectors } from '../suggestion/read-texts'

interface Row {
  readonly id: string
  readonly offer: string
  readonly headline: string
  readonly labels: string[]
  readonly newcomer: boolean
  readonly askedThisWeek: number
  readonly waiting: number
}

/** Among whom: the members of a community, or the asker's own people. */
export interface AskCircle {
  readonly byId: string
  readonly communityId: string | null
  readonly now: Date
}

/**
 * Everybody who may be asked: with a proved address, visible, and no block either way. New is who joined
 * lately or came once at most; among one's own people nobody is.
 */
export async function loadCandidates(db: Db, { byId, communityId, now }: AskCircle): Promise<AskCandidate[]> {
  const circle =
    communityId === null
      ? sql`SELECT c."userId" AS id, false AS newcomer FROM contact c WHERE c."ownerId" = ${byId} AND c."userId" IS NOT NULL`
      : sql`SELECT m."userId" AS id, m."joinedAt" > ${newSince(now)} OR
              (SELECT count(*) FROM check_in k WHERE k."userId" = m."userId" AND k."communityId" = m."communityId") < 2 AS newcomer
            FROM membership m WHERE m."communityId" = ${communityId} AND m."userId" <> ${byId}`
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT u.id, circle.newcomer, coalesce(p.offer, '') AS offer, coalesce(p.headline, '') AS headline,
      ARRAY(SELECT i.label FROM user_interest ui JOIN interest i ON i.id = ui."interestId" WHERE ui."userId" = u.id ORDER BY i.slug) AS labels,
      (SELECT count(*)::int FROM ask_recipient r JOIN ask a ON a.id = r."askId"
        WHERE r."userId" = u.id AND a."createdAt" > ${askWeekSince(now)}) AS "askedThisWeek",
      (SELECT count(*)::int FROM ask_recipient r JOIN ask a ON a.id = r."askId"
        WHERE r."userId" = u.id AND r.answer = 'WAITING' AND a."closedAt" IS NULL AND a."expiresAt" > ${now}) AS waiting
    FROM (${circle}) circle
    JOIN "user" u ON u.id = circle.id
    LEFT JOIN profile p ON p."userId" = u.id
    WHERE u.email IS NOT NULL AND coalesce(p.visible, true)
      AND NOT EXISTS (SELECT 1 FROM block b
        WHERE (b."blockerId" = u.id AND b."blockedId" = ${byId}) OR (b."blockerId" = ${byId} AND b."blockedId" = u.id))`)
  return rows.map(({ offer, headline, labels, ...row }) => ({
    ...row,
    offer: readWithVectors(offer),
    headline: readWithVectors(headline),
    interests: labels.map((label) => ({ label, text: readWithVectors(label) })),
  }))
}
