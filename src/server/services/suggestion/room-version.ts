import type { Db } from '@/server/db/client'
import { circleVersion } from '@/server/services/circle/circle-version'

/**
 * A short text that changes whenever the viewer's page of the evening would read differently: another
 * suggestion or other words in one, a proposal, an answer, a meeting, a circle, their going home, the
 * event's end.
 */
export async function roomVersion(
  db: Db,
  { viewerId, eventId, now }: { viewerId: string; eventId: string; now: Date },
): Promise<string> {
  const [row] = await db.$queryRaw<{ version: string }[]>`
    SELECT md5(
      coalesce((
        SELECT string_agg(
          concat_ws('|', s."otherId", s.reasons, s.question, s."keptAt", s."notTonightAt"), ',' ORDER BY s.rank, s."otherId")
        FROM suggestion s
        WHERE s."eventId" = ${eventId} AND s."userId" = ${viewerId} AND s."withdrawnAt" IS NULL), '')
      || coalesce((
        SELECT string_agg(
          concat_ws('|', m.id, m.state, CASE WHEN m."proposedById" <> ${viewerId} THEN m."declinedAt" END), ',' ORDER BY m.id)
        FROM meeting m WHERE m."eventId" = ${eventId} AND ${viewerId} IN (m."userAId", m."userBId")), '')
      || ${circleVersion({ viewerId, eventId, now })}
      || coalesce((SELECT 'left' FROM check_in c
                   WHERE c."eventId" = ${eventId} AND c."userId" = ${viewerId} AND c."leftAt" IS NOT NULL), '')
      || coalesce((SELECT 'over' FROM event e WHERE e.id = ${eventId} AND e."endsAt" < ${now}), '')) AS version`
  return row?.version ?? ''
}
