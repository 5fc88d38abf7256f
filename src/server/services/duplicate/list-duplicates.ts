import { findDuplicates, likenessReason, type Likeness, type LikenessReason } from '@/domain/contact/find-duplicates'
import type { Db } from '@/server/db/client'
import { contactsOf } from '@/server/db/scopes'

/** Pairs shown at once; after a few are settled the next ones come. */
const SHOWN = 30
/** Merges that can be taken back from the page: the latest ones. */
const MERGES_SHOWN = 10

const SIDE = {
  id: true,
  name: true,
  organization: true,
  title: true,
  userId: true,
  source: true,
  createdAt: true,
  fields: { select: { kind: true, key: true, value: true }, orderBy: { id: 'asc' } },
  _count: { select: { interactions: true } },
} as const

/** One of two entries that may be one person. */
export interface DuplicateSide {
  readonly contactId: string
  readonly name: string
  readonly organization: string
  readonly title: string
  readonly linked: boolean
  readonly ways: readonly string[]
  readonly interactions: number
  readonly createdAt: Date
}

/** All pairs of this person's list that may be one person. */
export async function findPairs(db: Db, ownerId: string): Promise<Likeness[]> {
  const [contacts, apart] = await Promise.all([
    db.contact.findMany({
      where: contactsOf(ownerId),
      orderBy: { id: 'asc' },
      select: { id: true, name: true, organization: true, userId: true, fields: SIDE.fields },
    }),
    db.contactsApart.findMany({ where: { a: { ownerId }, b: { ownerId } } }),
  ])
  return findDuplicates(contacts, new Set(apart.map(({ aId, bId }) => `${aId} ${bId}`)))
}

/** Which of the two stays: a member's entry, else the one with more behind it, else the older one. */
export function staysFirst<T extends { readonly linked: boolean; readonly interactions: number; readonly createdAt: Date }>(a: T, b: T): readonly [T, T] {
  const order = Number(b.linked) - Number(a.linked) || b.interactions - a.interactions || a.createdAt.getTime() - b.createdAt.getTime()
  return order <= 0 ? [a, b] : [b, a]
}

/** The entries of these pairs, the one that would stay first. */
export async function sidesOf(db: Db, ownerId: string, pairs: readonly Likeness[]) {
  const ids = pairs.flatMap(({ aId, bId }) => [aId, bId])
  const rows = await db.contact.findMany({ where: { ...contactsOf(ownerId), id: { in: ids } }, select: SIDE })
  const sides = new Map(
    rows.map(({ id, userId, fields, _count, ...row }): [string, DuplicateSide] => [
      id,
      { ...row, contactId: id, linked: userId !== null, ways: fields.map(({ value }) => value), interactions: _count.interactions },
    ]),
  )
  return pairs.flatMap(({ aId, bId, reasons, sure }) => {
    const [a, b] = [sides.get(aId), sides.get(bId)]
    if (!a || !b) return []
    const [keep, gone] = staysFirst(a, b)
    return [{ keep, gone, reasons, sure }]
  })
}

/** The latest merges that can be taken back, with why they were made. */
async function latestMerges(db: Db, ownerId: string) {
  const rows = await db.$queryRaw<{ mergeId: string; contactId: string; name: string; goneName: string; mergedAt: Date; reasons: unknown }[]>`
    SELECT m.id AS "mergeId", c.id AS "contactId", c.name, coalesce(m.gone #>> '{gone,contact,name}', '') AS "goneName", m."mergedAt", m.reasons
    FROM contact_merge m JOIN contact c ON c.id = m."keptId"
    WHERE m."ownerId" = ${ownerId} AND m."undoneAt" IS NULL AND NOT EXISTS (
      SELECT 1 FROM contact_merge l WHERE l."keptId" = m."keptId" AND l."undoneAt" IS NULL AND (l."mergedAt", l.id) > (m."mergedAt", m.id))
    ORDER BY m."mergedAt" DESC, m.id DESC LIMIT ${MERGES_SHOWN}`
  return rows.map((row) => ({ ...row, reasons: likenessReason.array().catch((): LikenessReason[] => []).parse(row.reasons) }))
}

/** What the page of duplicates shows: pairs with their reasons, how many there are, and what was merged lately. */
export async function listDuplicates(db: Db, ownerId: string) {
  const pairs = await findPairs(db, ownerId)
  const [shown, merges] = await Promise.all([sidesOf(db, ownerId, pairs.slice(0, SHOWN)), latestMerges(db, ownerId)])
  return { pairs: shown, total: pairs.length, sure: pairs.filter(({ sure }) => sure).length, merges }
}
