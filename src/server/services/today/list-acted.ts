import type { Acted } from '@/domain/follow-up/today'
import { startOfDay } from '@/domain/follow-up/local-days'
import { sql, type Db } from '@/server/db/client'
import type { TodayOf } from './find-due'

/**
 * What this person did from a local date on about their people, the latest first; one line for each person
 * and kind of deed, but for being in touch, of which each time has its own, so that each can be taken back.
 */
export async function listActed(db: Db, { userId, date, timeZone, hidden }: TodayOf, from: string): Promise<readonly Acted[]> {
  const since = startOfDay(from, timeZone)
  return db.$queryRaw<Acted[]>(sql`
    SELECT a."contactId", c.name, a.act, a."interactionId", to_char(max(a.until), 'YYYY-MM-DD') AS until, max(a.at) AS at
    FROM (
      SELECT i."contactId", 'done' AS act, i.id AS "interactionId", NULL::date AS until, i.at
      FROM contact o JOIN interaction i ON i."contactId" = o.id
      WHERE o."ownerId" = ${userId} AND o."lastAt" >= ${since} AND i.at >= ${since} AND i.kind IN ('WROTE', 'CALLED')
      UNION ALL
      SELECT id, 'snoozed', NULL, "snoozedUntil", "snoozedAt"
      FROM contact WHERE "ownerId" = ${userId} AND "snoozedAt" >= ${since} AND "snoozedUntil" > ${date}::date
      UNION ALL
      SELECT id, 'skipped', NULL, NULL, "skippedAt" FROM contact WHERE "ownerId" = ${userId} AND "skippedAt" >= ${since}
      UNION ALL
      SELECT "contactId", CASE state WHEN 'LATER' THEN 'snoozed' ELSE 'not-needed' END, NULL,
        CASE state WHEN 'LATER' THEN "dueOn" END, "actedAt"
      FROM follow_up WHERE "ownerId" = ${userId} AND "actedAt" >= ${since}
        AND (state = 'NOT_NEEDED' OR state = 'LATER' AND "dueOn" > ${date}::date)
    ) a
    JOIN contact c ON c.id = a."contactId" AND c."ownerId" = ${userId}
    WHERE c."userId" IS NULL OR NOT c."userId" = ANY(${[...hidden]})
    GROUP BY a."contactId", c.name, a.act, a."interactionId"
    ORDER BY max(a.at) DESC, a."contactId", a.act`)
}
