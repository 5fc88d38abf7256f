import { sql, type Db, type Sql } from '@/server/db/client'

/** An update or takeaway as a reader has it before them. */
export interface UpdateShown {
  readonly updateId: string
  readonly authorId: string
  readonly authorName: string
  readonly text: string
  readonly at: Date
  /** The evening that it was taken away from; null for what somebody is working on. */
  readonly eventId: string | null
  readonly eventName: string | null
}

/** Which of them. */
export interface UpdatesAsked {
  readonly userId: string
  /** At most so many, the newest first. */
  readonly limit: number
  /** Only those written after this moment. */
  readonly since?: Date
  /** Only those that were never before the reader. */
  readonly unshown?: boolean
  /** Only takeaways of this evening. */
  readonly eventId?: string
}

/** Neither blocked the other, and the reader has not muted the author; of `author`, an SQL expression. */
function welcome(readerId: string, author: Sql): Sql {
  return sql`NOT EXISTS (SELECT 1 FROM block b WHERE (b."blockerId" = ${readerId} AND b."blockedId" = ${author})
                 OR (b."blockerId" = ${author} AND b."blockedId" = ${readerId}))
    AND NOT EXISTS (SELECT 1 FROM update_mute m WHERE m."userId" = ${readerId} AND m."authorId" = ${author})`
}

/**
 * The ids of all that this person may read, the one rule for every page and mail: what was meant for them
 * when it was written, and takeaways of evenings where both they and the author stand as checked in, unless
 * the author hides. Nothing of anybody whom they muted, or with a block between the two.
 */
export function readableBy(userId: string): Sql {
  return sql`
    SELECT u.id FROM update_reader r JOIN "update" u ON u.id = r."updateId"
    WHERE r."userId" = ${userId} AND u."userId" <> ${userId} AND u.audience <> 'EVENT' AND ${welcome(userId, sql`u."userId"`)}
    UNION ALL
    SELECT u.id FROM check_in mine
    JOIN "update" u ON u."eventId" = mine."eventId"
    JOIN check_in theirs ON theirs."eventId" = u."eventId" AND theirs."userId" = u."userId"
    WHERE mine."userId" = ${userId} AND u."userId" <> ${userId} AND ${welcome(userId, sql`u."userId"`)}
      AND NOT EXISTS (SELECT 1 FROM profile p WHERE p."userId" = u."userId" AND NOT p.visible)`
}

/** What this person may read of others, the newest first: see {@link readableBy}. Marks nothing as shown. */
export function updatesFor(db: Db, { userId, limit, since, unshown, eventId }: UpdatesAsked): Promise<UpdateShown[]> {
  return db.$queryRaw<UpdateShown[]>(sql`
    SELECT u.id AS "updateId", a.id AS "authorId", a.name AS "authorName", u.text, u.at,
           u."eventId", e.name AS "eventName"
    FROM "update" u
    JOIN "user" a ON a.id = u."userId"
    LEFT JOIN event e ON e.id = u."eventId"
    LEFT JOIN update_reader r ON r."updateId" = u.id AND r."userId" = ${userId}
    WHERE u.id IN (${readableBy(userId)})
      AND (${since ?? null}::timestamptz IS NULL OR u.at > ${since ?? null}::timestamptz)
      AND (${eventId ?? null}::text IS NULL OR u."eventId" = ${eventId ?? null})
      AND (NOT ${unshown ?? false}::boolean OR r."shownAt" IS NULL)
    ORDER BY u.at DESC, u.id
    LIMIT ${limit}::int`)
}

/**
 * Notes that these were before this person, so that no digest brings them again. The first time stands. Ids
 * that are not theirs to read are passed over.
 */
export async function markShown(tx: Db, userId: string, updateIds: readonly string[], at: Date): Promise<void> {
  if (updateIds.length === 0) return
  // A takeaway has no readers before it is shown: whoever was there may read it.
  await tx.$executeRaw(sql`
    INSERT INTO update_reader ("updateId", "userId", "shownAt")
    SELECT id, ${userId}, ${at}::timestamptz FROM (${readableBy(userId)}) AS readable
    WHERE id = ANY(${[...updateIds]}::text[])
    ON CONFLICT ("updateId", "userId") DO UPDATE SET "shownAt" = coalesce(update_reader."shownAt", excluded."shownAt")`)
}
