import type { Db } from '@/server/db/client'
import type { Move } from './move'

/**
 * Writes down that one id became another, as did all that had become the first.
 * @param passHash of a person: the badge that was printed for the first leads to the other
 */
export async function rememberFormer(db: Db, { from, to }: Move, passHash: string | null = null): Promise<void> {
  await db.formerId.updateMany({ where: { currentId: from }, data: { currentId: to } })
  await db.formerId.create({ data: { id: from, currentId: to, passHash } })
}

/** Whose pass this is, or was: the person, or whom they became; null when it is nobody's. */
export async function ownerOfPass(db: Db, passHash: string): Promise<string | null> {
  const owner = await db.user.findUnique({ where: { passHash }, select: { id: true } })
  if (owner) return owner.id
  const former = await db.formerId.findUnique({ where: { passHash }, select: { currentId: true } })
  return former?.currentId ?? null
}

/** What an id from a link is now: what it became, or itself. */
export async function currentId(db: Db, id: string): Promise<string> {
  const former = await db.formerId.findUnique({ where: { id }, select: { currentId: true } })
  return former?.currentId ?? id
}

/** Every id under which links were signed for this one: itself and all that became it. */
export async function idsOf(db: Db, id: string): Promise<string[]> {
  const former = await db.formerId.findMany({ where: { currentId: id }, select: { id: true } })
  return [id, ...former.map((row) => row.id)]
}
