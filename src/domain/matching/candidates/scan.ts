import type { Room } from '../room/room'
import type { TermIndex } from '../room/term-index'
import type { TextMatch } from '../room/text-index'
import { A_RECEIVES, AFFILIATIONS, B_RECEIVES, INTERESTS, LINE, linesOf, MARK, PEOPLE, RAREST, type Lines } from './lines'

/** Whom so many have met tells nothing about two of them. */
const HUB = 200

/** What one member has in common with others: what is touched first in a scan is emptied then. */
export interface Scan extends Lines {
  /** The places of those with anything in common, in the order in which they were found. */
  readonly touched: Int32Array
  count: number
  /** Which scan this is, so that what earlier ones left in a line is known for old. */
  mark: number
  /** By place: what the pair counts for having been shown before, 1 unless it was. */
  readonly novelty: Float64Array
}

/** @param spare how many more people there will be room for */
export function emptyScan(room: Room, spare = 0): Scan {
  const size = room.members.length + spare
  return { ...linesOf(room, spare), touched: new Int32Array(size), count: 0, mark: 0, novelty: new Float64Array(size).fill(1) }
}

/** How far each list of holders has been walked: whoever stands before has been compared already. */
export interface Cursors {
  readonly interests: Int32Array
  readonly affiliations: Int32Array
  readonly acquaintances: Int32Array
}

export function startOf({ interests, affiliations, acquaintances }: Room): Cursors {
  return {
    interests: new Int32Array(interests.rarity.length),
    affiliations: new Int32Array(affiliations.rarity.length),
    acquaintances: new Int32Array(acquaintances.rarity.length),
  }
}

/**
 * Finds everybody who has something rare in common with a member, and adds up what; who may never be
 * shown is left out. With `cursors` only those who come after the member are found: in a sweep over all
 * members, in their order, each pair is met once. {@link endScan} before the next one.
 */
export function scanFrom(room: Room, at: number, scan: Scan, cursors: Cursors | null): void {
  const { ints, novelty } = scan
  scan.mark += 1
  scan.count = 0
  // As if they had been found already.
  ints[at * LINE + MARK] = scan.mark
  for (const other of room.relations.never[at] ?? []) ints[other * LINE + MARK] = scan.mark
  touchInterests(room.interests, at, cursors?.interests ?? null, scan)
  touchAffiliations(room.affiliations, at, cursors?.affiliations ?? null, scan)
  const after = cursors === null ? -1 : at
  touchMatches(room.answers.toAsk[at] ?? [], after, scan, A_RECEIVES)
  touchMatches(room.answers.toOffer[at] ?? [], after, scan, B_RECEIVES)
  countPeople(room.acquaintances, at, cursors?.acquaintances ?? null, scan)
  const before = room.relations.before[at]
  before?.others.forEach((other, i) => {
    novelty[other] = before.novelty[i] ?? 1
  })
}

/** Forgets what was shown to this member before. */
export function endScan(room: Room, at: number, { novelty }: Scan): void {
  for (const other of room.relations.before[at]?.others ?? []) novelty[other] = 1
}

function touchInterests({ termsOf, holders, rarity, bit }: TermIndex, at: number, cursors: Int32Array | null, scan: Scan): void {
  const { floats } = scan
  for (const term of termsOf[at] ?? []) {
    if ((bit[term] ?? -1) >= 0) continue
    const others = holders[term] ?? []
    const start = advance(cursors, term)
    const weight = rarity[term] ?? 0
    const square = weight * weight
    touchAll(others, start, scan)
    for (let i = start; i < others.length; i += 1) {
      const place = (others[i] ?? 0) * LINE
      floats[place + INTERESTS] = (floats[place + INTERESTS] ?? 0) + square
      if ((floats[place + RAREST] ?? 0) < weight) floats[place + RAREST] = weight
    }
  }
}

function touchAffiliations({ termsOf, holders, rarity, bit }: TermIndex, at: number, cursors: Int32Array | null, scan: Scan): void {
  const { floats } = scan
  for (const term of termsOf[at] ?? []) {
    if ((bit[term] ?? -1) >= 0) continue
    const others = holders[term] ?? []
    const start = advance(cursors, term)
    const square = (rarity[term] ?? 0) ** 2
    touchAll(others, start, scan)
    for (let i = start; i < others.length; i += 1) {
      const place = (others[i] ?? 0) * LINE + AFFILIATIONS
      floats[place] = (floats[place] ?? 0) + square
    }
  }
}

/**
 * Counts people both have met, where something else was found already: alone they find nobody, for they
 * are no reason that could be told.
 */
function countPeople({ termsOf, holders }: TermIndex, at: number, cursors: Int32Array | null, scan: Scan): void {
  const { ints, mark } = scan
  for (const term of termsOf[at] ?? []) {
    const others = holders[term] ?? []
    const start = advance(cursors, term)
    if (others.length > HUB) continue
    for (let i = start; i < others.length; i += 1) {
      const line = (others[i] ?? 0) * LINE
      if (ints[line + MARK] === mark) ints[line + PEOPLE] = (ints[line + PEOPLE] ?? 0) + 1
    }
  }
}

function touchMatches(matches: readonly TextMatch[], after: number, scan: Scan, column: number): void {
  for (const { other, match } of matches) {
    if (other <= after) continue
    touchAll([other], 0, scan)
    scan.floats[other * LINE + column] = match
  }
}

/** Finds all from one on; the line of who is found for the first time is emptied. */
function touchAll(others: readonly number[], start: number, scan: Scan): void {
  const { floats, ints, touched, mark } = scan
  let { count } = scan
  for (let i = start; i < others.length; i += 1) {
    const other = others[i] ?? 0
    const line = other * LINE
    if (ints[line + MARK] === mark) continue
    ints[line + MARK] = mark
    floats[line + INTERESTS] = 0
    floats[line + AFFILIATIONS] = 0
    floats[line + A_RECEIVES] = 0
    floats[line + B_RECEIVES] = 0
    floats[line + RAREST] = 0
    ints[line + PEOPLE] = 0
    touched[count] = other
    count += 1
  }
  scan.count = count
}

/** The first holder not yet compared: the member at hand is one of them, and every sweep passes it once. */
function advance(cursors: Int32Array | null, term: number): number {
  if (cursors === null) return 0
  const next = (cursors[term] ?? 0) + 1
  cursors[term] = next
  return next
}
