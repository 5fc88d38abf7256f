import { DomainError } from '@/domain/errors'
import type { Prisma } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { absorbContact } from './absorb-contact'
import { snapshotBefore, withAfter } from './merge-snapshot'

interface Merge {
  readonly ownerId: string
  /** Whose words stand; but an entry that is linked to a member stays, whichever of the two it is. */
  readonly keepId: string
  readonly goneId: string
  /** Why they are one person: codes with parameters (src/domain/contact/find-duplicates.ts). */
  readonly reasons: readonly unknown[]
  readonly now: Date
  readonly locale: Locale
}

/**
 * Makes two entries of one owner one, with all that hangs on either, and remembers both as they were.
 * @returns the merge's id.
 * @throws DomainError NOT_FOUND unless both are the owner's; CONFLICT when they are linked to two members.
 */
export async function mergeContacts(tx: Prisma.TransactionClient, merge: Merge): Promise<string> {
  const { ownerId, keepId, goneId, reasons, now, locale } = merge
  // Both at once and in the order of ids, as all who lock several.
  const locked = await tx.$queryRaw<{ id: string; userId: string | null }[]>`
    SELECT id, "userId" FROM contact WHERE "ownerId" = ${ownerId} AND id IN (${keepId}, ${goneId}) ORDER BY id FOR UPDATE`
  const [keep, gone] = [keepId, goneId].map((id) => locked.find((row) => row.id === id))
  if (!keep || !gone || keep === gone) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  if (keep.userId !== null && gone.userId !== null) throw new DomainError('CONFLICT', textOf(locale, 'duplicates')('twoMembers'))
  const move = gone.userId === null ? { from: gone.id, to: keep.id } : { from: keep.id, to: gone.id }
  const before = await snapshotBefore(tx, move)
  await absorbContact(tx, move)
  const id = newId('contactMerge')
  // Each later than all before it, since they are taken back in that order: many are made at one moment.
  await tx.$executeRaw`
    INSERT INTO contact_merge (id, "ownerId", "keptId", gone, reasons, "mergedAt")
    SELECT ${id}, ${ownerId}, ${move.to}, ${withAfter(before, move.to)}, ${JSON.stringify(reasons)}::jsonb,
      greatest(${now}::timestamptz, max("mergedAt") + interval '1 millisecond')
    FROM contact_merge WHERE "ownerId" = ${ownerId}`
  return id
}
