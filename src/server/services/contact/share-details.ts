import type { Prisma } from '@/generated/prisma/client'
import type { FieldKind } from './field-key'
import { putFields } from './put-fields'

/** What one member lets another have, and who they are. */
export interface Shared {
  readonly fromId: string
  readonly toId: string
  readonly details: readonly { readonly kind: FieldKind; readonly value: string }[]
  readonly now: Date
}

/**
 * Writes what one member shared into the other's own entry of them. Where the other has no such entry nothing is
 * written; what they have already stays as it is.
 */
export async function shareDetails(tx: Prisma.TransactionClient, { fromId, toId, details, now }: Shared): Promise<void> {
  const entry = await tx.contact.findUnique({
    where: { ownerId_userId: { ownerId: toId, userId: fromId } },
    select: { id: true },
  })
  if (!entry) return
  await putFields(tx, { contactId: entry.id, fields: details.map((detail) => ({ ...detail, sharedById: fromId })), now })
}
