import { profileScale } from '../score/profile-scale'

/** Common terms are kept as bits, in so many numbers of 31; whatever else is as common is looked up like a rare one. */
export const WORDS = 3
const WORD_BITS = 31
/** In a small room everything is looked up: a share of few people is nobody. */
const LEAST_HOLDERS = 100
const BYTES = 4

/**
 * Who has which terms (interests, affiliations), by place in the room: an inverted index in which each
 * term weighs as much as it is rare. Terms that a large share of the room has are left out of the lists,
 * for they would touch everybody; they are bits, compared two people at a time.
 */
export interface TermIndex {
  /** How many were in the room when rarities were counted. */
  readonly size: number
  readonly idOf: Map<string, number>
  /** By term: ln(1 + size / holders), the inverse document frequency of K. Spärck Jones (1972). */
  readonly rarity: number[]
  /** By term: the places of those who have it, ascending. Empty for common ones. */
  readonly holders: number[][]
  /** By term: its bit among the common ones, or -1. */
  readonly bit: number[]
  /** By place: the terms, ascending. */
  readonly termsOf: number[][]
  /** By place: what a product of rarities is multiplied by, see `profileScale`; 0 for who has no terms. */
  readonly scaleOf: number[]
  /** By word, then by place: the common terms as bits. */
  readonly commonOf: number[][]
  /** By word: squared rarities, summed over the bits of each of the four bytes of {@link commonOf}. */
  readonly squares: readonly Float64Array[]
}

/**
 * The index of a room whose members have these terms, each distinct.
 * @param commonShare terms that more than this share of the room has are common, from 0 to 1
 */
export function indexTerms(lists: readonly (readonly string[])[], commonShare: number): TermIndex {
  const counts = new Map<string, number>()
  for (const list of lists) for (const term of list) counts.set(term, (counts.get(term) ?? 0) + 1)
  // Numbered in the order of their names: sums do not depend on the order in which people chose.
  const terms = [...counts.keys()].sort()
  const many = Math.max(LEAST_HOLDERS, commonShare * lists.length)
  const common = terms
    .filter((term) => (counts.get(term) ?? 0) > many)
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))
    .slice(0, WORDS * WORD_BITS)
  const bits = new Map(common.map((term, bit) => [term, bit]))
  const rarity = terms.map((term) => rarityOf(counts.get(term) ?? 1, lists.length))
  const bit = terms.map((term) => bits.get(term) ?? -1)
  const index: TermIndex = {
    size: lists.length,
    idOf: new Map(terms.map((term, id) => [term, id])),
    rarity,
    holders: terms.map(() => []),
    bit,
    termsOf: [],
    scaleOf: [],
    commonOf: Array.from({ length: WORDS }, () => []),
    squares: Array.from({ length: WORDS }, (_, word) => squaresOf(rarity, bit, word)),
  }
  for (const list of lists) addToIndex(index, list)
  return index
}

/** One more member, at the next place. A term that nobody had is as rare as can be. */
export function addToIndex(index: TermIndex, list: readonly string[]): void {
  const { rarity, holders, bit } = index
  const at = index.termsOf.length
  const terms = list.map((term) => index.idOf.get(term) ?? newTerm(index, term)).sort((a, b) => a - b)
  let sum = 0
  for (const word of index.commonOf) word.push(0)
  for (const term of terms) {
    const weight = rarity[term] ?? 0
    const itsBit = bit[term] ?? -1
    sum += weight * weight
    if (itsBit >= 0) setBit(index.commonOf[Math.floor(itsBit / WORD_BITS)], at, itsBit % WORD_BITS)
    else holders[term]?.push(at)
  }
  index.termsOf.push(terms)
  index.scaleOf.push(sum === 0 ? 0 : profileScale(sum, index.size))
}

/** Squared rarities summed over the common terms of one word, given as bits. */
export function sumOfBits(squares: Float64Array, bits: number): number {
  return (
    (squares[bits & 255] ?? 0) +
    (squares[256 + ((bits >>> 8) & 255)] ?? 0) +
    (squares[512 + ((bits >>> 16) & 255)] ?? 0) +
    (squares[768 + (bits >>> 24)] ?? 0)
  )
}

/** The terms that two members share, ascending. */
export function sharedTerms(index: TermIndex, a: number, b: number): number[] {
  const others = index.termsOf[b] ?? []
  return (index.termsOf[a] ?? []).filter((term) => others.includes(term))
}

/** How much two members have in common by their terms, from 0 to 1. */
export function likeness(index: TermIndex, a: number, b: number): number {
  let sum = 0
  for (const term of sharedTerms(index, a, b)) sum += (index.rarity[term] ?? 0) ** 2
  return sum * (index.scaleOf[a] ?? 0) * (index.scaleOf[b] ?? 0)
}

function rarityOf(holders: number, size: number): number {
  return Math.log(1 + size / holders)
}

function newTerm(index: TermIndex, term: string): number {
  const id = index.rarity.length
  index.idOf.set(term, id)
  index.rarity.push(rarityOf(1, index.size))
  index.holders.push([])
  index.bit.push(-1)
  return id
}

function setBit(word: number[] | undefined, at: number, bit: number): void {
  if (word !== undefined) word[at] = (word[at] ?? 0) | (1 << bit)
}

function squaresOf(rarity: readonly number[], bit: readonly number[], word: number): Float64Array {
  const squares = new Float64Array(BYTES * 256)
  rarity.forEach((weight, term) => {
    const at = (bit[term] ?? -1) - word * WORD_BITS
    if (at < 0 || at >= WORD_BITS) return
    const byte = at >>> 3
    const mask = 1 << (at & 7)
    for (let bits = 0; bits < 256; bits += 1) {
      if ((bits & mask) !== 0) squares[byte * 256 + bits] = (squares[byte * 256 + bits] ?? 0) + weight ** 2
    }
  })
  return squares
}
