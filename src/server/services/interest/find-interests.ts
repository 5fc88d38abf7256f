import { INTEREST_CATALOGUE, OFFERED_INTERESTS } from '@/domain/interests/catalogue'
import { slugOfInterest } from '@/domain/interests/normalise'
import { searchInterests } from '@/domain/interests/search'
import type { Db } from '@/server/db/client'

/** An interest as it is shown: `slug` names it in forms, `label` is read. */
export interface ShownInterest {
  readonly slug: string
  readonly label: string
}

/** How many suggestions a search gives: as many as stand above a phone's keyboard. */
const FOUND_AT_MOST = 6
/** A word that one person typed is theirs; from so many on it is offered to others. */
const SHARED_FROM = 2

const shown = ({ slug, label }: ShownInterest): ShownInterest => ({ slug, label })

/** The interests that are offered before anything is typed. */
export function offeredInterests(): readonly ShownInterest[] {
  return OFFERED_INTERESTS.map(shown)
}

/** The interests of one person, in the order in which they were chosen. */
export async function myInterests(db: Db, userId: string): Promise<readonly ShownInterest[]> {
  const rows = await db.userInterest.findMany({
    where: { userId },
    orderBy: [{ addedAt: 'asc' }, { interestId: 'asc' }],
    select: { interest: { select: { slug: true, label: true } } },
  })
  return rows.map(({ interest }) => interest)
}

/**
 * What a person who types this may mean, best first, six at most: out of the catalogue and of the
 * words that at least two people added themselves.
 */
export async function findInterests(db: Db, query: string): Promise<readonly ShownInterest[]> {
  const wanted = slugOfInterest(query)
  if (wanted === null) return []
  // Slugs hold letters, digits, marks and hyphens: nothing that LIKE would read as a wildcard.
  const typed = await db.$queryRaw<ShownInterest[]>`
    SELECT i.slug, i.label FROM interest i JOIN user_interest u ON u."interestId" = i.id
    WHERE NOT i.curated AND i.slug LIKE ${`${wanted}%`}
    GROUP BY i.id HAVING count(*) >= ${SHARED_FROM} ORDER BY count(*) DESC, i.slug LIMIT 20`
  const entries = [...INTEREST_CATALOGUE, ...typed.map((interest) => ({ ...interest, synonyms: [] }))]
  return searchInterests(query, entries, FOUND_AT_MOST).map(shown)
}
