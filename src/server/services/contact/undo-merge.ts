import { DomainError } from '@/domain/errors'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { sql, type Sql } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { bringBackEntry, bringBackTies, bringBackWords } from './bring-back'

interface Undo {
  readonly ownerId: string
  readonly mergeId: string
  readonly now: Date
  readonly locale: Locale
}

/** The merge and what it remembers, locked with the entry that it made. */
async function lockMerge(tx: Prisma.TransactionClient, { ownerId, mergeId, locale }: Undo) {
  const [merge] = await tx.$queryRaw<{ keptId: string; goneId: string; undone: boolean; latest: boolean }[]>`
    SELECT m."keptId", m.gone #>> '{gone,contact,id}' AS "goneId", m."undoneAt" IS NOT NULL AS undone,
      NOT EXISTS (SELECT 1 FROM contact_merge l WHERE l."keptId" = m."keptId" AND l."undoneAt" IS NULL
        AND l.id <> m.id AND (l."mergedAt", l.id) > (m."mergedAt", m.id)) AS latest
    FROM contact_merge m JOIN contact c ON c.id = m."keptId"
    WHERE m.id = ${mergeId} AND m."ownerId" = ${ownerId} AND c."ownerId" = ${ownerId} FOR UPDATE`
  if (!merge) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  if (!merge.latest && !merge.undone) throw new DomainError('CONFLICT', textOf(locale, 'duplicates')('laterFirst'))
  return merge
}

/**
 * Takes a merge back: both entries are what they were. What their owner wrote or changed since then stays, with the
 * entry that was kept, unless it stands on a row that came from the other. Repeating it changes nothing.
 * @returns the id of the entry that is back.
 * @throws DomainError NOT_FOUND; CONFLICT while a later merge into the same entry stands.
 */
export function undoMerge(db: PrismaClient, undo: Undo): Promise<{ contactId: string }> {
  return db.$transaction(async (tx) => {
    const { keptId, goneId, undone } = await lockMerge(tx, undo)
    if (undone) return { contactId: goneId }
    const of = (path: string): Sql => sql`(SELECT m.gone #> ${`{${path}}`}::text[] FROM contact_merge m WHERE m.id = ${undo.mergeId})`
    const given = { of, keptId, goneId }
    await bringBackWords(tx, given)
    await bringBackEntry(tx, given)
    await bringBackTies(tx, given)
    await tx.contactMerge.update({ where: { id: undo.mergeId }, data: { undoneAt: undo.now } })
    return { contactId: goneId }
  })
}
