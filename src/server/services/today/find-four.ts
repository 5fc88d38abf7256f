import { fourFromTheBottom, weekOf, type Candidate, type Chosen } from '@/domain/follow-up/four-from-the-bottom'
import { startOfDay } from '@/domain/follow-up/local-days'
import { sql, type Db } from '@/server/db/client'
import type { TodayOf } from './find-due'

interface Row extends Candidate {
  /** Whether the entry was made since the week began. */
  readonly isNew: boolean
}

/**
 * This week's four. What counts is how things stood when the week began, on the person's clock, so that
 * whoever was acted on since keeps their place. Left out: whom reminders were switched off for, by hand or
 * by their groups, who was put off before, who has a prompt anyway, who is hidden.
 */
export async function findFour(db: Db, { userId, date, timeZone, hidden }: TodayOf): Promise<readonly Chosen[]> {
  const week = weekOf(date)
  const since = startOfDay(week, timeZone)
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT c.id AS "contactId", c."createdAt" >= ${since} AS "isNew", coalesce(t.interactions, 0) AS interactions,
      to_char(coalesce(t.at, c."createdAt") AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS "lastOn"
    FROM contact c
    LEFT JOIN (
      SELECT i."contactId", max(i.at) AS at, count(*)::int AS interactions
      FROM interaction i JOIN contact o ON o.id = i."contactId"
      WHERE o."ownerId" = ${userId} AND i.at < ${since} GROUP BY 1
    ) t ON t."contactId" = c.id
    LEFT JOIN (
      SELECT m."contactId", min(g.cadence) AS cadence
      FROM contact_group_member m JOIN contact_group g ON g.id = m."groupId" WHERE g."ownerId" = ${userId} GROUP BY 1
    ) g ON g."contactId" = c.id
    WHERE c."ownerId" = ${userId}
      AND coalesce(c.cadence, g.cadence) IS DISTINCT FROM 'NONE'
      AND NOT coalesce(c."snoozedUntil" > ${week}::date AND c."snoozedAt" < ${since} AND (t.at IS NULL OR c."snoozedAt" >= t.at), false)
      AND NOT EXISTS (
        SELECT FROM follow_up f WHERE f."contactId" = c.id AND f."createdAt" < ${since}
          AND (f.state IN ('OPEN', 'LATER') OR f."actedAt" >= ${since})
      )
      AND (c."userId" IS NULL OR NOT c."userId" = ANY(${[...hidden]}))
    ORDER BY c."createdAt", c.id`)
  const newcomers = rows.filter(({ isNew }) => isNew).map(({ contactId }) => contactId)
  return fourFromTheBottom(rows.filter(({ isNew }) => !isNew), newcomers, week)
}
