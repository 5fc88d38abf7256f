import { idsOfPairKey } from '@/domain/matching/pair-key'
import type { CircleGuest } from './circle-guest'

/** What is known of any two guests, by the numbers they have here; nobody has met or is apart from themselves. */
export interface Company {
  readonly haveMet: (a: number, b: number) => boolean
  /** They must not be brought together. */
  readonly areApart: (a: number, b: number) => boolean
}

const MET = 1
const APART = 2

/**
 * Numbers the guests by their place in the list and writes down of each two what they are to each other:
 * one byte a pair, since the search for a group asks millions of times. Takes time in proportion to the
 * guests' acquaintances and the exclusions, and n² bytes: 1 MB for 1,000 guests.
 *
 * @param excluded pairKeys of those who must not be brought together; others than the guests are ignored
 */
export function companyOf(guests: readonly CircleGuest[], excluded: ReadonlySet<string>): Company {
  const size = guests.length
  const numberOf = new Map(guests.map(({ id }, number) => [id, number]))
  const pairs = new Uint8Array(size * size)
  const mark = (a: number | undefined, b: number | undefined, what: number) => {
    if (a === undefined || b === undefined || a === b) return
    pairs[a * size + b] = (pairs[a * size + b] ?? 0) | what
    pairs[b * size + a] = (pairs[b * size + a] ?? 0) | what
  }
  for (const [number, { met }] of guests.entries()) {
    for (const other of met) mark(number, numberOf.get(other), MET)
  }
  for (const key of excluded) {
    const [a, b] = idsOfPairKey(key) ?? ['', '']
    mark(numberOf.get(a), numberOf.get(b), APART)
  }
  const are = (what: number) => (a: number, b: number) => ((pairs[a * size + b] ?? 0) & what) !== 0
  return { haveMet: are(MET), areApart: are(APART) }
}
