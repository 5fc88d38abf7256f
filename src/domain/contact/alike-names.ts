import { foldName } from '../check-in/name-search'

/** How much of two names must be the same for them to be taken for one with a slip in it, 0 to 1. */
const ALIKE = 0.6
/** How much of a name is compared, in code points: more than anybody is called. */
const NAME_MAX = 60
/** Looks at single trigrams that are made at most: beyond it the list is no list of people any more. */
const MOST_STEPS = 1_000_000

/** A name as one is compared with others: its words, folded. */
export function comparedName(name: string): string {
  return (foldName(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
}

/** Threes of letters of each word, with two blanks before and one after it, as PostgreSQL's pg_trgm makes them. */
function trigramsOf(name: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const word of Array.from(name.slice(0, NAME_MAX * 2)).slice(0, NAME_MAX).join('').split(' ')) {
    const letters = [' ', ' ', ...word, ' ']
    for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3).join(''))
  }
  return found
}

/** The trigrams of each name as numbers in order: the rarer a trigram, the smaller its number. */
function rankedGrams(names: readonly string[]): number[][] {
  const grams = names.map(trigramsOf)
  const counts = new Map<string, number>()
  for (const set of grams) for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const order = [...counts].sort(([a, one], [b, two]) => one - two || (a < b ? -1 : 1))
  const ranks = new Map(order.map(([gram], rank) => [gram, rank]))
  return grams.map((set) => [...set].map((gram) => ranks.get(gram) ?? 0).sort((a, b) => a - b))
}

/** How many numbers stand in both, each of which is in order. */
function sharedBy(a: readonly number[], b: readonly number[]): number {
  let [shared, i, j] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0)
    if (difference === 0) shared += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return shared
}

/**
 * Pairs of different names that are alike by their trigrams. Two can be alike only if they share one of the rarest of
 * each (prefix filtering, Chaudhuri 2006), so that few are compared. Only the first {@link NAME_MAX} characters of a
 * name count, and where there is more to look at than `most`, what has not been looked at by then is left out.
 *
 * @param names folded by {@link comparedName}, each once
 * @param most looks at single trigrams made at most
 * @returns the pairs, and how many looks they took.
 */
export function alikeNames(names: readonly string[], most = MOST_STEPS): { readonly pairs: (readonly [string, string])[]; readonly steps: number } {
  const grams = rankedGrams(names)
  const seenWith = new Map<number, number[]>()
  const pairs: (readonly [string, string])[] = []
  let steps = 0
  for (const [at, set] of grams.entries()) {
    const prefix = set.slice(0, set.length - Math.ceil(ALIKE * set.length) + 1)
    const others = new Set<number>()
    for (const gram of prefix) {
      const before = seenWith.get(gram) ?? []
      for (const other of before) {
        steps += 1
        const size = grams[other]?.length ?? 0
        if (size >= ALIKE * set.length && set.length >= ALIKE * size) others.add(other)
        if (steps >= most) return { pairs, steps }
      }
      before.push(at)
      seenWith.set(gram, before)
    }
    for (const other of others) {
      const [one, two, theirs] = [names[other], names[at], grams[other] ?? []]
      if (steps + set.length + theirs.length > most) return { pairs, steps }
      steps += set.length + theirs.length
      const shared = sharedBy(set, theirs)
      if (one !== undefined && two !== undefined && shared / (set.length + theirs.length - shared) >= ALIKE) pairs.push([one, two])
    }
  }
  return { pairs, steps }
}
