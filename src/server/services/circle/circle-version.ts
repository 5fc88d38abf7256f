import { CIRCLE_LASTS_MS } from '@/domain/circles/circle-time'
import { sql, type Sql } from '@/server/db/client'

/**
 * SQL for a text that changes whenever the viewer's circles at an event would read differently: another
 * invitation or answer of theirs, who has a seat and is shown, a circle called off, begun or over.
 */
export function circleVersion({ viewerId, eventId, now }: { viewerId: string; eventId: string; now: Date }): Sql {
  return sql`
    coalesce((
      SELECT string_agg(
        concat_ws('|', c.id, mine.answer, c."calledOffAt" IS NULL, c."startsAt" <= ${now},
          c."startsAt" <= ${new Date(now.getTime() - CIRCLE_LASTS_MS)},
          (SELECT string_agg(concat_ws(' ', o."userId", p.visible, b."blockerId"), ' ' ORDER BY o."userId", b."blockerId")
           FROM circle_invitation o
           LEFT JOIN profile p ON p."userId" = o."userId"
           LEFT JOIN block b ON (b."blockerId", b."blockedId") IN ((o."userId", ${viewerId}), (${viewerId}, o."userId"))
           WHERE o."circleId" = c.id AND o.answer = 'JOINED')), ',' ORDER BY c.id)
      FROM circle_invitation mine JOIN circle c ON c.id = mine."circleId"
      WHERE c."eventId" = ${eventId} AND mine."userId" = ${viewerId}), '')`
}
