import type { Db } from '@/server/db/client'

/**
 * Takes back what a person wrote down themself about a contact; what happened at an event or by an
 * introduction stays.
 * @returns whether it is gone, also where it was before; null when it cannot be taken back.
 */
export async function undoLog(
  db: Db,
  { ownerId, contactId, interactionId }: { readonly ownerId: string; readonly contactId: string; readonly interactionId: string },
): Promise<{ readonly gone: true } | null> {
  const id = { id: interactionId, contactId, contact: { ownerId } }
  await db.interaction.deleteMany({ where: { ...id, meetingId: null, kind: { not: 'INTRODUCED' } } })
  const left = await db.interaction.count({ where: id })
  return left === 0 ? { gone: true } : null
}
