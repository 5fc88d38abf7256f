import { sql, type Db } from '@/server/db/client'
import { readableBy } from '../update/updates-for'
import type { TodayOf } from './find-due'

/**
 * What each of these contacts last told this person of what they work on, since the two were last in touch:
 * of what the person may read at all. What they took away from an evening is none of it.
 */
export async function latestUpdates(db: Db, { userId }: TodayOf, contactIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ contactId: string; text: string }[]>(sql`
    SELECT DISTINCT ON (c.id) c.id AS "contactId", u.text
    FROM contact c
    JOIN "update" u ON u."userId" = c."userId"
    WHERE c.id = ANY(${[...contactIds]}) AND c."ownerId" = ${userId} AND u."eventId" IS NULL AND u.id IN (${readableBy(userId)})
      AND NOT EXISTS (SELECT FROM interaction i WHERE i."contactId" = c.id AND i.at >= u.at)
    ORDER BY c.id, u.at DESC, u.id`)
  return new Map(rows.map(({ contactId, text }) => [contactId, text]))
}
