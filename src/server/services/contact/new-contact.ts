import type { ContactSource, Prisma } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { putFields, type FieldToPut } from './put-fields'

/** An entry that somebody's own list is to have. */
export interface NewContact {
  readonly ownerId: string
  /** Made anew unless given: one that follows from a nonce makes a repeat the same entry. */
  readonly id?: string
  /** The member that it is about, never the owner; left out for somebody who is none. */
  readonly userId?: string
  readonly name: string
  readonly organization?: string
  readonly title?: string
  readonly about?: string
  readonly birthday?: string | null
  readonly tags?: string[]
  readonly source: ContactSource
  readonly importRunId?: string
  /** Ways to reach them. */
  readonly fields?: readonly FieldToPut[]
  readonly now: Date
}

/**
 * Adds an entry. Of one member there is one: where the owner has it already it stays as it is, whoever of
 * several comes first.
 * @returns the entry's id.
 */
export async function addContact(
  tx: Prisma.TransactionClient,
  { now, id = newId('contact'), fields = [], ...entry }: NewContact,
): Promise<string> {
  const { ownerId, userId } = entry
  const made = await tx.contact.createMany({ data: { id, ...entry, createdAt: now }, skipDuplicates: true })
  if (made.count > 0 || userId === undefined) {
    await putFields(tx, { contactId: id, fields, now })
    return id
  }
  const there = await tx.contact.findUniqueOrThrow({ where: { ownerId_userId: { ownerId, userId } }, select: { id: true } })
  return there.id
}
