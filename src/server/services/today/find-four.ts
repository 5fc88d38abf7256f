import { fourFromTheBottom, weekOf, type Chosen } from '@/domain/follow-up/four-from-the-bottom'
import { startOfDay } from '@/domain/follow-up/local-days'
import { sql, type Db } from '@/server/db/client'
import type { TodayOf } from './find-due'

/** The candidates as one text, `id day interactions new` a line: thousands of rows take the driver too long. */
function readLines(text: string) {
  return text.split('\n').flatMap((line) => {
    const [contactId, lastOn, interactions, isNew] = line.split(' ')
    return contactId && lastOn ? [{ contactId, lastOn, interactions: Number(interactions), isNew: isNew === 't' }] : []
  })
}

/**
 * This week's four. What counts is how things stood when the week began, on the person's clock, so that
 * whoever was acted on since keeps their place. Left out: whom reminders were switched off for, by hand or
 * by their groups, who was put off before, who has a prompt anyway, of whom it was said within a quarter that
 * there is no need, who is hidden. Somebody met this week has just been talked to.
 */
export async function findFour(db: Db, { userId, date, timeZone, hidden }: TodayOf): Promise<readonly Chosen[]> {
  const week = weekOf(date)
  const since = startOfDay(week, timeZone)
  const [found] = await db.$queryRaw<{ lines: string | null }[]>(sql`
    SELECT string_agg(concat_ws(' ', c.id, (coalesce(t.at, c."createdAt") AT TIME ZONE ${timeZone})::date, t.times,
      c."createdAt" >= ${since}), E'\n' ORDER BY c."createdAt", c.id) AS lines
    FROM contact c
    LEFT JOIN LATERAL (
      SELECT max(i.at) AS at, count(*) AS times FROM interaction i WHERE i."contactId" = c.id AND i.at < ${since}
    ) b ON c."lastAt" >= ${since}
    CROSS JOIN LATERAL (
      SELECT CASE WHEN c."lastAt" >= ${since} THEN b.at ELSE c."lastAt" END AS at, coalesce(b.times, c."timesInTouch") AS times
    ) t
    LEFT JOIN (
      SELECT m."contactId", min(g.cadence) AS cadence
      FROM contact_group_member m JOIN contact_group g ON g.id = m."groupId" WHERE g."ownerId" = ${userId} GROUP BY 1
    ) g ON g."contactId" = c.id
    LEFT JOIN (
      SELECT DISTINCT f."contactId" FROM follow_up f
      WHERE f."ownerId" = ${userId} AND f."createdAt" < ${since} AND (f.state IN ('OPEN', 'LATER') OR f."actedAt" >= ${since}
          OR f.state = 'NOT_NEEDED' AND f."actedAt" >= ${since}::timestamptz - interval '3 months')
    ) p ON p."contactId" = c.id
    WHERE c."ownerId" = ${userId} AND p."contactId" IS NULL
      AND NOT coalesce(c."skippedAt" < ${since} AND c."skippedAt" >= ${since}::timestamptz - interval '3 months', false)
      AND NOT (c."createdAt" >= ${since} AND c.source IN ('MEETING', 'INTRODUCTION'))
      AND coalesce(c.cadence, g.cadence) IS DISTINCT FROM 'NONE'
      AND NOT coalesce(c."snoozedUntil" > ${week}::date AND c."snoozedAt" < ${since} AND (t.at IS NULL OR c."snoozedAt" >= t.at), false)
      AND (c."userId" IS NULL OR NOT c."userId" = ANY(${[...hidden]}))`)
  const all = readLines(found?.lines ?? '')
  const newcomers = all.filter(({ isNew }) => isNew).map(({ contactId }) => contactId)
  return fourFromTheBottom(all.filter(({ isNew }) => !isNew), newcomers, week)
}
