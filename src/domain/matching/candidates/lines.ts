import { countBits } from '../room/evenings'
import type { Member } from '../room/member'
import type { Room } from '../room/room'
import { WORDS } from '../room/term-index'

/**
 * What the sweep needs of one person: sixteen numbers of four bytes, side by side in memory. Pairs are
 * met in no order, so that all but the first of these numbers would otherwise be a walk to main memory
 * of its own; this way a pair costs one line of the processor's cache.
 */
export const LINE = 16

/** What is added up while one member is compared with others, as floats; 0 in between. */
export const INTERESTS = 0
export const AFFILIATIONS = 1
export const A_RECEIVES = 2
export const B_RECEIVES = 3
/** The highest rarity of an interest that both chose. */
export const RAREST = 4
/** The same as whole numbers: who touched this line last, plus 1; and people both have met. */
export const MARK = 5
export const PEOPLE = 6
/** What stays, as whole numbers: common interests, in three words, and affiliations, in one. */
export const COMMON_INTERESTS = 7
export const COMMON_AFFILIATIONS = 10
export const EVENINGS = 11
export const FIELDS = 12
/** 1 for a newcomer, 2 for a regular. */
export const STANDING = 13
/** What stays, as floats. */
export const INTEREST_SCALE = 14
export const AFFILIATION_SCALE = 15

/** The lines of everybody, as floats and as whole numbers: two views of the same memory. */
export interface Lines {
  readonly floats: Float32Array
  readonly ints: Int32Array
  /** By place: the member's hash, which is needed of few pairs only. */
  readonly hashes: Int32Array
}

/** @param spare how many more people there will be room for */
export function linesOf(room: Room, spare = 0): Lines {
  const size = room.members.length + spare
  const memory = new ArrayBuffer(size * LINE * 4)
  const lines = { floats: new Float32Array(memory), ints: new Int32Array(memory), hashes: new Int32Array(size) }
  for (const member of room.members) writeLine(lines, room, member)
  return lines
}

/** Writes what stays of one member's line. */
export function writeLine({ floats, ints, hashes }: Lines, { interests, affiliations, evenings }: Room, member: Member): void {
  const { at, hash, fields, isNew, isRegular } = member
  const line = at * LINE
  hashes[at] = hash
  for (let word = 0; word < WORDS; word += 1) ints[line + COMMON_INTERESTS + word] = interests.commonOf[word]?.[at] ?? 0
  ints[line + COMMON_AFFILIATIONS] = affiliations.commonOf[0]?.[at] ?? 0
  ints[line + EVENINGS] = evenings.bitsOf[at] ?? 0
  ints[line + FIELDS] = fields
  ints[line + STANDING] = (isNew ? 1 : 0) | (isRegular ? 2 : 0)
  floats[line + INTEREST_SCALE] = interests.scaleOf[at] ?? 0
  floats[line + AFFILIATION_SCALE] = affiliations.scaleOf[at] ?? 0
}

/** How far apart two people's fields are, given as bits: see `apartOf`. */
export function apartOfBits(a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  return 1 - countBits(a & b) / countBits(a | b)
}
