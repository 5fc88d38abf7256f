import { DomainError } from '@/domain/errors'
import { orderedPair } from '@/domain/meeting/pair'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { mergeContacts } from '@/server/services/contact/merge-contacts'
import { textOf, type Locale } from '@/text/translator'
import { findPairs, sidesOf } from './list-duplicates'

interface Asked {
  readonly ownerId: string
  readonly now: Date
  readonly locale: Locale
}

/** Two entries, of which the first's words stand. */
interface Two {
  readonly keepId: string
  readonly goneId: string
}

/** Sure pairs merged by one press: what fits well into a request. */
const AT_ONCE = 200

/**
 * Merges two entries that their owner takes for one person, with the reasons that the page gave, if any.
 * @throws DomainError NOT_FOUND, CONFLICT: see {@link mergeContacts}
 */
export async function mergeTwo(db: PrismaClient, { ownerId, keepId, goneId, now, locale }: Asked & Two): Promise<{ mergeId: string }> {
  const { userAId: aId, userBId: bId } = orderedPair(keepId, goneId)
  const pairs = await findPairs(db, ownerId)
  const reasons = pairs.find((pair) => pair.aId === aId && pair.bId === bId)?.reasons ?? []
  const mergeId = await db.$transaction((tx) => mergeContacts(tx, { ownerId, keepId, goneId, reasons, now, locale }))
  return { mergeId }
}

/**
 * Merges all pairs that are surely one person, each by itself, so that each can be taken back by itself; at most
 * {@link AT_ONCE}. One that somebody settled meanwhile is passed over.
 */
export async function mergeSure(db: PrismaClient, { ownerId, now, locale }: Asked): Promise<{ merged: number; left: number }> {
  const sure = (await findPairs(db, ownerId)).filter((pair) => pair.sure)
  const sides = await sidesOf(db, ownerId, sure.slice(0, AT_ONCE))
  let merged = 0
  for (const { keep, gone, reasons } of sides) {
    try {
      await db.$transaction((tx) =>
        mergeContacts(tx, { ownerId, keepId: keep.contactId, goneId: gone.contactId, reasons, now, locale }),
      )
      merged += 1
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
  }
  return { merged, left: (await findPairs(db, ownerId)).filter((pair) => pair.sure).length }
}

/**
 * 'Two different people': they are not offered again.
 * @throws DomainError NOT_FOUND unless both are the owner's.
 */
export async function keepApart(db: Db, { ownerId, keepId, goneId, locale }: Asked & Two): Promise<void> {
  const both = await db.contact.count({ where: { ownerId, id: { in: [keepId, goneId] } } })
  if (both !== 2) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  const { userAId: aId, userBId: bId } = orderedPair(keepId, goneId)
  await db.contactsApart.createMany({ data: [{ aId, bId }], skipDuplicates: true })
}
