import { inTransaction, type Db } from '@/server/db/client'
import { unsettlePrompts } from '../follow-up/settle-prompts'

/**
 * Takes back what a person wrote down themself about a contact; what happened at an event or by an
 * introduction stays. What it settled is open again.
 * @returns whether it is gone, also where it was before; null when it cannot be taken back.
 */
export async function undoLog(
  db: Db,
  { ownerId, contactId, interactionId }: { readonly ownerId: string; readonly contactId: string; readonly interactionId: string },
): Promise<{ readonly gone: true } | null> {
  const id = { id: interactionId, contactId, contact: { ownerId } }
  return inTransaction(db, async (tx) => {
    const written = await tx.interaction.findFirst({ where: id, select: { at: true } })
    if (!written) return { gone: true }
    const { count } = await tx.interaction.deleteMany({ where: { ...id, meetingId: null, kind: { not: 'INTRODUCED' } } })
    if (count === 0) return null
    await unsettlePrompts(tx, contactId, written.at)
    return { gone: true }
  })
}
