import type { Db } from '@/server/db/client'

/**
 * The ids of everybody whom this person blocked or who blocked them. Nothing passes between two of whom one
 * blocked the other: no prompt, mail, introduction, ask or update; and neither side can tell.
 */
export async function blockedAround(db: Db, userId: string): Promise<Set<string>> {
  const blocks = await db.block.findMany({
    where: { OR: [{ blockerId: userId }, { blockedId: userId }] },
    select: { blockerId: true, blockedId: true },
  })
  return new Set(blocks.map(({ blockerId, blockedId }) => (blockerId === userId ? blockedId : blockerId)))
}
