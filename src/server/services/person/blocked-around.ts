import type { Db } from '@/server/db/client'

/** Every block that one of these people set or that was set on them. */
export function blocksAround(db: Db, userIds: readonly string[]) {
  return db.block.findMany({
    where: { OR: [{ blockerId: { in: [...userIds] } }, { blockedId: { in: [...userIds] } }] },
    select: { blockerId: true, blockedId: true },
  })
}

/**
 * The ids of everybody whom this person blocked or who blocked them. Nothing passes between two of whom one
 * blocked the other: no prompt, mail, introduction, ask or update; and neither side can tell.
 */
export async function blockedAround(db: Db, userId: string): Promise<Set<string>> {
  const blocks = await blocksAround(db, [userId])
  return new Set(blocks.map(({ blockerId, blockedId }) => (blockerId === userId ? blockedId : blockerId)))
}
