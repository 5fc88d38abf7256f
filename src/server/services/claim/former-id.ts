import type { Db } from '@/server/db/client'
import type { Move } from './move'

/** Writes down that one id became another, as did all that had become the first. */
export async function rememberFormer(db: Db, { from, to }: Move): Promise<void> {
  await db.formerId.updateMany({ where: { currentId: from }, data: { currentId: to } })
  await db.formerId.create({ data: { id: from, currentId: to } })
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
