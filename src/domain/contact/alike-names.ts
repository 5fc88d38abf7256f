import { foldName } from '../check-in/name-search'

/** How much of two names must be the same for them to be taken for one with a slip in it, 0 to 1. */
const ALIKE = 0.6
/** Comparisons that are made at most: beyond it the list is no list of people any more. */
const MOST_COMPARED = 2_000_000

/** A name as one is compared with others: its words, folded. */
export function comparedName(name: string): string {
  return (foldName(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
}

/** Threes of letters of each word, with two blanks before and one after it, as PostgreSQL's pg_trgm makes them. */
function trigramsOf(name: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const word of name.split(' ')) {
    const letters = [' ', ' ', ...word, ' ']
    for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3).join(''))
  }
  return found
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const gram of a) if (b.has(gram)) shared += 1
  return shared / (a.size + b.size - shared)
}

/**
 * Pairs of different names that are alike by their trigrams. Two can be alike only if they share one of the rarest of
 * each (prefix filtering, Chaudhuri 2006), so that few are compared.
 *
 * @param names folded by {@link comparedName}, each once
 * @param most comparisons made at most
 */
export function alikeNames(names: readonly string[], most = MOST_COMPARED): (readonly [string, string])[] {
  const grams = names.map(trigramsOf)
  const counts = new Map<string, number>()
  for (const set of grams) for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const seenWith = new Map<string, number[]>()
  const pairs: (readonly [string, string])[] = []
  let compared = 0
  for (const [at, set] of grams.entries()) {
    const rarest = [...set].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
    const prefix = rarest.slice(0, set.size - Math.ceil(ALIKE * set.size) + 1)
    const others = new Set(prefix.flatMap((gram) => seenWith.get(gram) ?? []))
    for (const other of others) {
      compared += 1
      if (compared > most) return pairs
      const [one, two] = [names[other], names[at]]
      if (one !== undefined && two !== undefined && similarity(set, grams[other] ?? new Set()) >= ALIKE) pairs.push([one, two])
    }
    for (const gram of prefix) {
      const before = seenWith.get(gram)
      if (before) before.push(at)
      else seenWith.set(gram, [at])
    }
  }
  return pairs
}
