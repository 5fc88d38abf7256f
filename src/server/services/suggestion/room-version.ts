import type { Db } from '@/server/db/client'

/**
 * A short text that changes whenever the viewer's page of the evening would read differently: another
 * suggestion or other words in one, a proposal, an answer, a meeting.
 */
export async function roomVersion(
  db: Db,
  { viewerId, eventId }: { viewerId: string; eventId: string },
): Promise<string> {
  const [row] = await db.$queryRaw<{ version: string }[]>`
    SELECT md5(
      coalesce((
        SELECT string_agg(concat_ws('|', s."otherId", s.reasons, s.question), ',' ORDER BY s.rank, s."otherId")
        FROM suggestion s WHERE s."eventId" = ${eventId} AND s."userId" = ${viewerId}), '')
      || coalesce((
        SELECT string_agg(
          concat_ws('|', m.id, m.state, CASE WHEN m."proposedById" <> ${viewerId} THEN m."declinedAt" END), ',' ORDER BY m.id)
        FROM meeting m WHERE m."eventId" = ${eventId} AND ${viewerId} IN (m."userAId", m."userBId")), '')) AS version`
  return row?.version ?? ''
}
