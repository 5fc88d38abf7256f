import { slugOfInterest } from './normalise'

/** What a search looks at: a catalogue entry, or an interest that a community has added. */
export interface SearchableInterest {
  readonly slug: string
  readonly label: string
  readonly synonyms: readonly string[]
}

/** How well an entry answers; a lower rank comes first. */
const RANK = {
  exact: 0,
  exactSynonym: 1,
  prefix: 2,
  wordPrefix: 3,
  synonymPrefix: 4,
  synonymWordPrefix: 5,
  typo: 6,
  synonymTypo: 7,
} as const

/** A typo is forgiven in words of at least this many letters: shorter ones are each other's typos. */
const TYPO_FROM_LENGTH = 4

/**
 * The interests that a person who typed `query` may mean, best first: the exact name, an exact
 * synonym, names that begin so, names with words that begin so, synonyms likewise, and last what is
 * one typing error away. Ties: the shorter label, then the alphabet. Reads every entry: meant for a
 * few thousand.
 *
 * @param limit how many to give at most; none when it is 0 or less
 */
export function searchInterests<T extends SearchableInterest>(
  query: string,
  entries: readonly T[],
  limit: number,
): T[] {
  const wanted = slugOfInterest(query)
  if (wanted === null || limit <= 0) return []
  const found: { entry: T; rank: number }[] = []
  for (const entry of entries) {
    const rank = rankOf(wanted, entry)
    if (rank !== null) found.push({ entry, rank })
  }
  return found
    .sort((a, b) => a.rank - b.rank || compareEntries(a.entry, b.entry))
    .slice(0, limit)
    .map(({ entry }) => entry)
}

function compareEntries(a: SearchableInterest, b: SearchableInterest): number {
  return a.label.length - b.label.length || compareText(a.slug, b.slug)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What an entry is compared by, as slugs and their words. */
interface Names {
  readonly name: string
  readonly words: readonly string[]
  readonly synonyms: readonly { readonly slug: string; readonly words: readonly string[] }[]
}

/** An entry's names never change, and a list is searched with every key that is pressed. */
const namesOfEntry = new WeakMap<SearchableInterest, Names>()

function namesOf(entry: SearchableInterest): Names {
  const known = namesOfEntry.get(entry)
  if (known !== undefined) return known
  const name = slugOfInterest(entry.label) ?? entry.slug
  const slugs = entry.synonyms.flatMap((synonym) => slugOfInterest(synonym) ?? [])
  const synonyms = slugs.map((slug) => ({ slug, words: slug.split('-') }))
  const names = { name, words: name.split('-'), synonyms }
  namesOfEntry.set(entry, names)
  return names
}

function rankOf(wanted: string, entry: SearchableInterest): number | null {
  const { name, words, synonyms } = namesOf(entry)
  if (wanted === entry.slug || wanted === name) return RANK.exact
  if (synonyms.some(({ slug }) => slug === wanted)) return RANK.exactSynonym
  if (name.startsWith(wanted)) return RANK.prefix
  const parts = wanted.split('-')
  if (matchesWords(parts, words, beginsWith)) return RANK.wordPrefix
  if (synonyms.some(({ slug }) => slug.startsWith(wanted))) return RANK.synonymPrefix
  if (synonyms.some((synonym) => matchesWords(parts, synonym.words, beginsWith))) return RANK.synonymWordPrefix
  if (matchesWords(parts, words, beginsAlmostWith)) return RANK.typo
  if (synonyms.some((synonym) => matchesWords(parts, synonym.words, beginsAlmostWith))) return RANK.synonymTypo
  return null
}

type WordTest = (word: string, part: string) => boolean

function matchesWords(parts: readonly string[], words: readonly string[], test: WordTest): boolean {
  return parts.every((part) => words.some((word) => test(word, part)))
}

function beginsWith(word: string, part: string): boolean {
  return word.startsWith(part)
}

function beginsAlmostWith(word: string, part: string): boolean {
  if (word.startsWith(part)) return true
  if (part.length < TYPO_FROM_LENGTH || word.length < TYPO_FROM_LENGTH) return false
  // One edit leaves one of the first two letters in its place or next to it.
  if (!part.slice(0, 2).includes(word.charAt(0)) && !part.slice(0, 2).includes(word.charAt(1))) return false
  return [part.length - 1, part.length, part.length + 1].some(
    (length) => length <= word.length && isOneEditAway(word.slice(0, length), part),
  )
}

/** Whether one insertion, deletion, substitution or swap of two neighbours turns `a` into `b`. */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const rest = short.slice(start)
  if (short.length < long.length) return rest === long.slice(start + 1)
  if (rest.slice(1) === long.slice(start + 1)) return true
  return rest === long.charAt(start + 1) + long.charAt(start) + long.slice(start + 2)
}
