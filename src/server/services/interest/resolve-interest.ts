import { INTEREST_CATALOGUE } from '@/domain/interests/catalogue'
import { labelOfInterest, slugOfInterest } from '@/domain/interests/normalise'
import type { Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'

interface Resolved {
  readonly id: string
  readonly slug: string
  readonly label: string
}

const FIELDS = { id: true, slug: true, label: true } as const

async function findBySlug(db: Db, slug: string): Promise<Resolved | null> {
  const interest = await db.interest.findUnique({ where: { slug }, select: FIELDS })
  if (interest) return interest
  const synonym = await db.interestSynonym.findUnique({ where: { slug }, select: { interest: { select: FIELDS } } })
  return synonym?.interest ?? null
}

/**
 * The one interest that a typed word, or a slug, stands for: 'js' is JavaScript. A word that nobody
 * used before becomes an interest of its own.
 * @returns null when the word holds no letter and no digit.
 */
export async function resolveInterest(db: Db, word: string): Promise<Resolved | null> {
  const slug = slugOfInterest(word)
  if (slug === null) return null
  const known = await findBySlug(db, slug)
  if (known) return known
  const entry = INTEREST_CATALOGUE.find((candidate) => candidate.slug === slug)
  const row = entry
    ? { slug, label: entry.label, field: entry.field, curated: true }
    : { slug, label: labelOfInterest(word), field: '', curated: false }
  // Two people may type the same new word at once: the second finds the first one's.
  await db.interest.createMany({ data: [{ id: newId('interest'), ...row }], skipDuplicates: true })
  return findBySlug(db, slug)
}

/**
 * The interests that these words stand for, each once, in the order of the words; words without
 * letters and digits are passed over.
 */
export async function resolveInterests(db: Db, words: readonly string[]): Promise<readonly Resolved[]> {
  const typed = new Map<string, string>()
  for (const word of words) {
    const slug = slugOfInterest(word)
    if (slug !== null) typed.set(slug, word)
  }
  const slugs = [...typed.keys()]
  const found = new Map<string, Resolved>()
  const [interests, synonyms] = await Promise.all([
    db.interest.findMany({ where: { slug: { in: slugs } }, select: FIELDS }),
    db.interestSynonym.findMany({ where: { slug: { in: slugs } }, select: { slug: true, interest: { select: FIELDS } } }),
  ])
  for (const { slug, interest } of synonyms) found.set(slug, interest)
  for (const interest of interests) found.set(interest.slug, interest)
  // New words in one order for everybody: two people who add the same ones do not wait for each other in a circle.
  for (const slug of slugs.filter((each) => !found.has(each)).sort()) {
    const interest = await resolveInterest(db, typed.get(slug) ?? slug)
    if (interest) found.set(slug, interest)
  }
  const ordered = slugs.flatMap((slug) => found.get(slug) ?? [])
  return [...new Map(ordered.map((interest) => [interest.id, interest])).values()]
}
