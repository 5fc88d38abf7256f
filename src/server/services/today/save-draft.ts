import type { Db } from '@/server/db/client'
import type { OwnContact } from './put-off'

/** The longest draft that is kept, in characters, as the column holds it. */
export const DRAFT_MAX = 1_000

/** Keeps what the owner is about to write; an empty one brings the proposal back. */
export async function saveDraft(db: Db, { userId, contactId, now, text }: OwnContact & { readonly text: string }): Promise<void> {
  await db.contact.updateMany({ where: { id: contactId, ownerId: userId }, data: { draft: text, draftedAt: now } })
}
