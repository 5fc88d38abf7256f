import type { Edges } from '../assign/problem'
import { factsOf } from '../room/pair-facts'
import { isExcluded, type Room } from '../room/room'
import { listOf, type Board } from '../seats/board'
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
  const add = (a: number, b: number, weight: number, unexpected: number) => {
    if (listOf(board, a).includes(b) || listOf(board, b).includes(a)) return
    // What stands takes an ordinary place: it must not give way because it is one of two unexpected ones.
    const stands = unseen.size > 0 && unseen.delete(a * size + b)
    addEdge(columns, a, b, weight, stands ? 0 : unexpected, stands ? 1 : 0)
  }
  addCandidates(candidates.affinity, scales.affinity, 0, add)
  addCandidates(candidates.unexpected, scales.unexpected, 1, add)
  for (const [a, b] of standing) {
    if (!unseen.has(a * size + b) || isExcluded(room, a, b)) continue
    const facts = factsOf(room, a, b)
    if (facts !== null) add(a, b, Math.max(LEAST_WEIGHT, weightOf(facts, scales)), 0)
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

function addCandidates(
  best: BestOf,
  scale: Float64Array,
  unexpected: number,
  add: (a: number, b: number, weight: number, unexpected: number) => void,
): void {
  for (let a = 0; a < scale.length; a += 1) {
    for (const key of keysOf(best, a)) {
      const b = placeOfKey(key)
      // Both sides may have kept the pair: then the one with the smaller place says it.
      if (b < a && isKept(best, b, a)) continue
      add(Math.min(a, b), Math.max(a, b), scoreOfKey(key) * (scale[a] ?? 0) * (scale[b] ?? 0), unexpected)
    }
  }
}

function isKept(best: BestOf, person: number, other: number): boolean {
  for (const key of keysOf(best, person)) if (placeOfKey(key) === other) return true
  return false
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
