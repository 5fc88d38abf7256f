import type { Edges } from '../assign/problem'
import { factsOf } from '../room/pair-facts'
import { isExcluded, type Room } from '../room/room'
import { listOf, type Board } from '../board'
import { keysOf, placeOfKey, scoreOfKey, type BestOf } from './best-of'
import type { Candidates } from './judge'
import { scalesOf, weightOf } from './weights'

/** What a pair weighs of which nothing is known in common: it stands only where nothing else would. */
const LEAST_WEIGHT = 1e-3

/** Edges while they are collected: columns that grow. */
interface Columns {
  count: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly weight: Float64Array
  readonly unexpected: Uint8Array
  readonly standing: Uint8Array
}

/**
 * Third stage. Objective: the candidates as edges, each once, weighed as `scalesOf` says. What somebody
 * is shown already is none. Pairs that stand are edges too, whether or not they are still candidates.
 *
 * @param standing pairs of places, the smaller one first
 */
export function edgesOf(
  room: Room,
  board: Board,
  candidates: Candidates,
  standing: readonly (readonly [number, number])[],
): Edges {
  const size = room.members.length
  const scales = scalesOf(room, candidates)
  const columns = emptyColumns(countOf(candidates) + standing.length)
  const unseen = new Set(standing.map(([a, b]) => a * size + b))
  addCandidates(columns, board, candidates.affinity, scales.affinity, 0, unseen)
  addCandidates(columns, board, candidates.unexpected, scales.unexpected, 1, unseen)
  for (const [a, b] of standing) {
    // Taken out, for a pair may be named from either side.
    if (!unseen.delete(a * size + b) || isExcluded(room, a, b) || isShown(board, a, b)) continue
    const facts = factsOf(room, a, b)
    if (facts !== null) addEdge(columns, a, b, Math.max(LEAST_WEIGHT, weightOf(facts, scales)), 0, 1)
  }
  const { count, a, b, weight, unexpected, standing: stands } = columns
  return {
    count,
    a: a.subarray(0, count),
    b: b.subarray(0, count),
    weight: weight.subarray(0, count),
    unexpected: unexpected.subarray(0, count),
    standing: stands.subarray(0, count),
  }
}

/** @param unseen pairs that stand, as `a * size + b`; those that are found are taken out */
function addCandidates(
  columns: Columns,
  board: Board,
  best: BestOf,
  scale: Float64Array,
  unexpected: number,
  unseen: Set<number>,
): void {
  const size = scale.length
  const least = leastKeys(best, size)
  for (let one = 0; one < size; one += 1) {
    const scaleOfOne = scale[one] ?? 0
    for (const key of keysOf(best, one)) {
      const other = placeOfKey(key)
      // Both sides were offered the pair. Where both have kept it, the one with the smaller place says it.
      if (other < one && key - other + one >= (least[other] ?? 0)) continue
      const a = Math.min(one, other)
      const b = Math.max(one, other)
      if (isShown(board, a, b)) continue
      // What stands takes an ordinary place: it must not give way because it is one of two unexpected ones.
      const stands = unseen.size > 0 && unseen.delete(a * size + b)
      const weight = scoreOfKey(key) * scaleOfOne * (scale[other] ?? 0)
      addEdge(columns, a, b, weight, stands ? 0 : unexpected, stands ? 1 : 0)
    }
  }
}

/** By person: what a key must reach to be one of those kept. */
function leastKeys(best: BestOf, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, person) => {
    const keys = keysOf(best, person)
    let least = keys.length < best.most ? 0 : Infinity
    for (const key of keys) least = Math.min(least, key)
    return least
  })
}

function isShown(board: Board, a: number, b: number): boolean {
  return listOf(board, a).includes(b) || listOf(board, b).includes(a)
}

function countOf({ affinity, unexpected }: Candidates): number {
  let count = 0
  for (const { counts } of [affinity, unexpected]) for (const own of counts) count += own
  return count
}

function emptyColumns(most: number): Columns {
  return {
    count: 0,
    a: new Int32Array(most),
    b: new Int32Array(most),
    weight: new Float64Array(most),
    unexpected: new Uint8Array(most),
    standing: new Uint8Array(most),
  }
}

function addEdge(columns: Columns, a: number, b: number, weight: number, unexpected: number, standing: number): void {
  const { count } = columns
  columns.a[count] = a
  columns.b[count] = b
  columns.weight[count] = weight
  columns.unexpected[count] = unexpected
  columns.standing[count] = standing
  columns.count = count + 1
}
