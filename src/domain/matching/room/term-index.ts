import { profileScale } from '../score/profile-scale'
import { numberTerms, sortDistinct, type NumberedTerms } from './number-terms'

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
 * The index of a room whose members have these terms.
 * @param commonShare terms that more than this share of the room has are common, from 0 to 1
 */
export function indexTerms(lists: readonly (readonly string[])[], commonShare: number): TermIndex {
  return indexNumbers(numberTerms(lists), commonShare)
}

/** The same for terms that are numbers already, from 0 and without a gap; each list ascending and distinct. */
export function indexNumbers({ idOf, termsOf }: NumberedTerms, commonShare: number): TermIndex {
  const counts = countTerms(termsOf, idOf.size)
  const common = commonTerms(counts, Math.max(LEAST_HOLDERS, commonShare * termsOf.length))
  const bit = new Array<number>(counts.length).fill(-1)
  common.forEach((term, place) => (bit[term] = place))
  const rarity = new Array<number>(counts.length).fill(0)
  counts.forEach((count, term) => (rarity[term] = rarityOf(Math.max(1, count), termsOf.length)))
  const index: TermIndex = {
    size: termsOf.length,
    idOf,
    rarity,
    holders: holdersOf(termsOf, counts, bit),
    bit,
    termsOf: [],
    scaleOf: [],
    commonOf: Array.from({ length: WORDS }, () => []),
    squares: Array.from({ length: WORDS }, (_, word) => squaresOf(rarity, common.slice(word * WORD_BITS, (word + 1) * WORD_BITS))),
  }
  for (const terms of termsOf) addTerms(index, terms)
  return index
}

/** One more member, at the next place. A term that nobody had is as rare as can be. */
export function addToIndex(index: TermIndex, list: readonly string[]): void {
  const at = index.termsOf.length
  const terms = sortDistinct(list.map((term) => index.idOf.get(term) ?? newTerm(index, term)))
  addTerms(index, terms)
  for (const term of terms) if ((index.bit[term] ?? -1) < 0) index.holders[term]?.push(at)
}

/** What one member's line of the index says, but for the holders. */
function addTerms(index: TermIndex, terms: number[]): void {
  const { rarity, bit } = index
  const at = index.termsOf.length
  let sum = 0
  for (const word of index.commonOf) word.push(0)
  for (const term of terms) {
    const weight = rarity[term] ?? 0
    const itsBit = bit[term] ?? -1
    sum += weight * weight
    if (itsBit >= 0) setBit(index.commonOf[Math.floor(itsBit / WORD_BITS)], at, itsBit % WORD_BITS)
  }
  index.termsOf.push(terms)
  index.scaleOf.push(sum === 0 ? 0 : profileScale(sum, index.size))
}

function countTerms(termsOf: readonly (readonly number[])[], size: number): Int32Array {
  const counts = new Int32Array(size)
  for (const terms of termsOf) for (const term of terms) counts[term] = (counts[term] ?? 0) + 1
  return counts
}

/** Of the terms that more than so many have, those that most have; at most as many as there are bits. */
function commonTerms(counts: Int32Array, many: number): number[] {
  const common: number[] = []
  counts.forEach((count, term) => {
    if (count > many) common.push(term)
  })
  return common.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).slice(0, WORDS * WORD_BITS)
}

/** Each list is made as long as it will be: many short ones that grow would leave much to clear away. */
function holdersOf(termsOf: readonly (readonly number[])[], counts: Int32Array, bit: readonly number[]): number[][] {
  const holders = Array.from(counts, (count, term) => new Array<number>((bit[term] ?? -1) < 0 ? count : 0).fill(0))
  const next = new Int32Array(counts.length)
  termsOf.forEach((terms, at) => {
    for (const term of terms) {
      if ((bit[term] ?? -1) >= 0) continue
      const list = holders[term]
      const place = next[term] ?? 0
      if (list !== undefined) list[place] = at
      next[term] = place + 1
    }
  })
  return holders
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

/** @param common the terms of one word, in the order of their bits */
function squaresOf(rarity: readonly number[], common: readonly number[]): Float64Array {
  const squares = new Float64Array(BYTES * 256)
  common.forEach((term, at) => {
    const square = (rarity[term] ?? 0) ** 2
    const byte = at >>> 3
    const mask = 1 << (at & 7)
    for (let bits = 0; bits < 256; bits += 1) {
      if ((bits & mask) !== 0) squares[byte * 256 + bits] = (squares[byte * 256 + bits] ?? 0) + square
    }
  })
  return squares
}
