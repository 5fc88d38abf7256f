import { DEFAULT_CADENCE, type Cadence } from '@/domain/follow-up/cadence'
import type { Db } from '@/server/db/client'

/** How often somebody wants to be in touch with whoever has no cadence of their own. */
export async function findRhythm(db: Db, userId: string): Promise<Cadence> {
  const row = await db.followUpSettings.findUnique({ where: { userId }, select: { cadence: true } })
  return row?.cadence ?? DEFAULT_CADENCE
}

/** Changes it. Saving the same again changes nothing. */
export async function saveRhythm(db: Db, { userId, cadence }: { readonly userId: string; readonly cadence: Cadence }): Promise<void> {
  await db.followUpSettings.upsert({ where: { userId }, create: { userId, cadence }, update: { cadence } })
}
