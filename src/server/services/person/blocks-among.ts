import type { Db } from '@/server/db/client'

/** Who blocked whom among some people. */
export interface Blocks {
  /** Whether one of these two blocked the other, either way. */
  between(one: string, other: string): boolean
  /** Whether there is a block between any two of them. */
  among(ids: readonly string[]): boolean
  /** Whether the first blocked the second. */
  by(blocker: string, blocked: string): boolean
}

const keyOf = (blocker: string, blocked: string) => `${blocker} ${blocked}`

/** Reads the blocks among these people, in one statement. */
export async function blocksAmong(db: Db, ids: readonly string[]): Promise<Blocks> {
  const all = [...new Set(ids)]
  const rows =
    all.length < 2
      ? []
      : await db.block.findMany({
          where: { blockerId: { in: all }, blockedId: { in: all } },
          select: { blockerId: true, blockedId: true },
        })
  const known = new Set(rows.map(({ blockerId, blockedId }) => keyOf(blockerId, blockedId)))
  const by = (blocker: string, blocked: string) => known.has(keyOf(blocker, blocked))
  const between = (one: string, other: string) => by(one, other) || by(other, one)
  return {
    by,
    between,
    among: (people) => people.some((one) => people.some((other) => between(one, other))),
  }
}
