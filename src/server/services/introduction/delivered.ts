import { sql, type Db, type Sql } from '@/server/db/client'
import { findIntroductions, type IntroductionRow } from './load-introduction'

/** Which introductions of this person, and how many at most. */
interface Wanted {
  readonly userId: string
  /** On the introduction `i` and the person's side `own`. */
  readonly where: Sql
  readonly take: number
  /** Each introducer's latest first, so that nobody who makes many crowds out others; else the latest first. */
  readonly fair?: boolean
}

/**
 * The introductions that this person may see, as isDelivered says of one: what blocks keep from them is left
 * out before they are counted, so that it takes nobody's place.
 */
export async function findDelivered(db: Db, { userId, where, take, fair = false }: Wanted): Promise<IntroductionRow[]> {
  const turn = fair ? sql`row_number() OVER (PARTITION BY i."byId" ORDER BY i."createdAt" DESC, i.id),` : sql``
  const found = await db.$queryRaw<{ id: string }[]>(sql`
    SELECT i.id FROM introduction i JOIN introduction_side own ON own."introductionId" = i.id AND own."userId" = ${userId}
    WHERE ${where}
      AND NOT EXISTS (SELECT FROM block b WHERE b."blockerId" = ${userId} AND b."blockedId" IN (i."byId", i."aId", i."bId"))
      AND NOT EXISTS (SELECT FROM block b WHERE b."blockerId" IN (i."byId", i."aId", i."bId") AND b."blockedId" IN (i."byId", i."aId", i."bId")
        AND CASE WHEN i."connectedAt" IS NULL THEN NOT own."answeredOnce" ELSE i."byId" NOT IN (b."blockerId", b."blockedId") END)
    ORDER BY ${turn} i."createdAt" DESC, i.id LIMIT ${take}`)
  const ids = found.map(({ id }) => id)
  const rows = new Map((await findIntroductions(db, { id: { in: ids } }, take)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}
