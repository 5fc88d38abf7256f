import type { ContactFieldKind, Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { putFields } from './put-fields'

/** A way to reach somebody that they let another have. */
export interface Detail {
  readonly kind: ContactFieldKind
  readonly value: string
}

/** Whose detail it is, and who gets it. */
export interface Sharing {
  readonly fromId: string
  readonly toId: string
}

/**
 * Writes what a member lets another have into the other's entry of them. What stands there already stays as it
 * is: where the other had typed it themself it is theirs.
 * @returns whether the other has an entry of them, and the giver did not block them; nothing is shared otherwise.
 *   Where the other blocked the giver it is written into an entry that the other does not see: a refusal would tell.
 */
export async function shareDetails(
  tx: Prisma.TransactionClient,
  { fromId, toId, details, now }: Sharing & { readonly details: readonly Detail[]; readonly now: Date },
): Promise<boolean> {
  const entry = await tx.contact.findFirst({
    where: { ownerId: toId, userId: fromId, user: { blocks: { none: { blockedId: toId } } } },
    select: { id: true },
  })
  if (!entry) return false
  await putFields(tx, { contactId: entry.id, fields: details.map((detail) => ({ ...detail, sharedById: fromId })), now })
  return true
}

/** Takes back all that a member let another have. What the other has read or written down stays theirs. */
export async function takeDetailsBack(tx: Prisma.TransactionClient, { fromId, toId }: Sharing): Promise<void> {
  await tx.contactField.deleteMany({ where: { sharedById: fromId, contact: { ownerId: toId } } })
}

/** What a member has let another have. */
export function sharedDetails(tx: Db, { fromId, toId }: Sharing): Promise<Detail[]> {
  return tx.contactField.findMany({
    where: { sharedById: fromId, contact: { ownerId: toId, userId: fromId } },
    orderBy: { kind: 'asc' },
    select: { kind: true, value: true },
  })
}
