import type { Room } from '../room/room'
import type { TermIndex } from '../room/term-index'
import type { TextMatch } from '../room/text-index'
import { A_RECEIVES, AFFILIATIONS, B_RECEIVES, INTERESTS, LINE, linesOf, MARK, PEOPLE, RAREST, type Lines } from './lines'

/** Whom so many have met tells nothing about two of them. */
const HUB = 200

/** What one member has in common with others: empty between two scans. */
export interface Scan extends Lines {
  /** The places of those with anything in common, in the order in which they were found. */
  readonly touched: Int32Array
  count: number
  /** By place: what the pair counts for having been shown before, 1 unless it was. */
  readonly novelty: Float32Array
}

/** @param spare how many more people there will be room for */
export function emptyScan(room: Room, spare = 0): Scan {
  const size = room.members.length + spare
  return { ...linesOf(room, spare), touched: new Int32Array(size), count: 0, novelty: new Float32Array(size).fill(1) }
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
 * members, in their order, each pair is met once. Clear with {@link clearScan} before the next one.
 */
export function scanFrom(room: Room, at: number, scan: Scan, cursors: Cursors | null): void {
  const { ints, novelty } = scan
  const mark = at + 1
  ints[at * LINE + MARK] = mark
  for (const other of room.relations.never[at] ?? []) ints[other * LINE + MARK] = mark
  touchTerms(room.interests, at, cursors?.interests ?? null, scan, INTERESTS, RAREST)
  touchTerms(room.affiliations, at, cursors?.affiliations ?? null, scan, AFFILIATIONS, null)
  touchPeople(room.acquaintances, at, cursors?.acquaintances ?? null, scan)
  const after = cursors === null ? -1 : at
  touchMatches(room.answers.toAsk[at] ?? [], after, mark, scan, A_RECEIVES)
  touchMatches(room.answers.toOffer[at] ?? [], after, mark, scan, B_RECEIVES)
  const before = room.relations.before[at]
  before?.others.forEach((other, i) => {
    novelty[other] = before.novelty[i] ?? 1
  })
}

/** Leaves the scan empty. */
export function clearScan(room: Room, at: number, scan: Scan): void {
  for (let i = 0; i < scan.count; i += 1) clearLine(scan, scan.touched[i] ?? 0)
  clearLine(scan, at)
  for (const other of room.relations.never[at] ?? []) clearLine(scan, other)
  for (const other of room.relations.before[at]?.others ?? []) scan.novelty[other] = 1
  scan.count = 0
}

function clearLine({ floats, ints }: Scan, place: number): void {
  const line = place * LINE
  floats[line + INTERESTS] = 0
  floats[line + AFFILIATIONS] = 0
  floats[line + A_RECEIVES] = 0
  floats[line + B_RECEIVES] = 0
  floats[line + RAREST] = 0
  ints[line + MARK] = 0
  ints[line + PEOPLE] = 0
}

function touchTerms(
  { termsOf, holders, rarity, bit }: TermIndex,
  at: number,
  cursors: Int32Array | null,
  scan: Scan,
  sumColumn: number,
  rarestColumn: number | null,
): void {
  for (const term of termsOf[at] ?? []) {
    if ((bit[term] ?? -1) >= 0) continue
    const others = holders[term] ?? []
    const weight = rarity[term] ?? 0
    const start = advance(cursors, term)
    addToColumn(others, start, at + 1, scan, sumColumn, weight * weight)
    if (rarestColumn !== null) raiseColumn(others, start, scan, rarestColumn, weight)
  }
}

function touchPeople({ termsOf, holders }: TermIndex, at: number, cursors: Int32Array | null, scan: Scan): void {
  const { ints } = scan
  for (const term of termsOf[at] ?? []) {
    const others = holders[term] ?? []
    const start = advance(cursors, term)
    if (others.length > HUB) continue
    for (let i = start; i < others.length; i += 1) {
      const other = others[i] ?? 0
      touch(other, at + 1, scan)
      const column = other * LINE + PEOPLE
      ints[column] = (ints[column] ?? 0) + 1
    }
  }
}

function touchMatches(matches: readonly TextMatch[], after: number, mark: number, scan: Scan, column: number): void {
  for (const { other, match } of matches) {
    if (other <= after) continue
    touch(other, mark, scan)
    scan.floats[other * LINE + column] = match
  }
}

function addToColumn(others: readonly number[], start: number, mark: number, scan: Scan, column: number, weight: number): void {
  const { floats, ints, touched } = scan
  let { count } = scan
  for (let i = start; i < others.length; i += 1) {
    const other = others[i] ?? 0
    const line = other * LINE
    if (ints[line + MARK] !== mark) {
      ints[line + MARK] = mark
      touched[count] = other
      count += 1
    }
    floats[line + column] = (floats[line + column] ?? 0) + weight
  }
  scan.count = count
}

function raiseColumn(others: readonly number[], start: number, { floats }: Scan, column: number, weight: number): void {
  for (let i = start; i < others.length; i += 1) {
    const place = (others[i] ?? 0) * LINE + column
    if ((floats[place] ?? 0) < weight) floats[place] = weight
  }
}

function touch(other: number, mark: number, scan: Scan): void {
  const place = other * LINE + MARK
  if (scan.ints[place] === mark) return
  scan.ints[place] = mark
  scan.touched[scan.count] = other
  scan.count += 1
}

/** The first holder not yet compared: the member at hand is one of them, and every sweep passes it once. */
function advance(cursors: Int32Array | null, term: number): number {
  if (cursors === null) return 0
  const next = (cursors[term] ?? 0) + 1
  cursors[term] = next
  return next
}
