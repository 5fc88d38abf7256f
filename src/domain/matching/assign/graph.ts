import { descendingOrder } from './order'
import type { AssignProblem } from './problem'

/**
 * The pairs by rank, best first, and each person's pairs in the same order (compressed sparse rows), so
 * that every search for something better can stop at the first pair that is not.
 */
export interface Graph {
  readonly size: number
  readonly count: number
  /** Rank to the pair's place in the problem. */
  readonly edgeAt: Int32Array
  readonly a: Int32Array
  readonly b: Int32Array
  /** Weight with the incumbency bonus and the bonus for a filled place; descending. */
  readonly value: Float64Array
  readonly unexpected: Uint8Array
  readonly standing: Uint8Array
  /** Where each person's pairs begin; one entry more than people. */
  readonly starts: Int32Array
  readonly ranks: Int32Array
  readonly others: Int32Array
  readonly places: Uint8Array
  readonly unexpectedPlaces: Uint8Array
}

/**
 * What a filled place counts, as a share of a good pair's weight: someone is left short only where the
 * place would cost the others more than that.
 */
const FILL_BONUS = 0.5

export function buildGraph({ size, edges, places, unexpectedPlaces, incumbencyBonus }: AssignProblem): Graph {
  const { count } = edges
  const worth = new Float64Array(count)
  for (let edge = 0; edge < count; edge += 1) {
    worth[edge] = (edges.weight[edge] ?? 0) * (edges.standing[edge] === 1 ? 1 + incumbencyBonus : 1)
  }
  const edgeAt = descendingOrder(worth)
  const fillBonus = FILL_BONUS * meanOfBest(worth, edgeAt, places)
  const a = new Int32Array(count)
  const b = new Int32Array(count)
  const value = new Float64Array(count)
  const unexpected = new Uint8Array(count)
  const standing = new Uint8Array(count)
  const starts = new Int32Array(size + 1)
  for (let rank = 0; rank < count; rank += 1) {
    const edge = edgeAt[rank] ?? 0
    const one = edges.a[edge] ?? 0
    const other = edges.b[edge] ?? 0
    a[rank] = one
    b[rank] = other
    value[rank] = (worth[edge] ?? 0) + fillBonus
    unexpected[rank] = edges.unexpected[edge] ?? 0
    standing[rank] = edges.standing[edge] ?? 0
    starts[one + 1] = (starts[one + 1] ?? 0) + 1
    starts[other + 1] = (starts[other + 1] ?? 0) + 1
  }
  for (let person = 0; person < size; person += 1) {
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0)
  }
  const ranks = new Int32Array(2 * count)
  const others = new Int32Array(2 * count)
  const ends = starts.slice()
  for (let rank = 0; rank < count; rank += 1) {
    const one = a[rank] ?? 0
    const other = b[rank] ?? 0
    const atOne = ends[one] ?? 0
    const atOther = ends[other] ?? 0
    ends[one] = atOne + 1
    ends[other] = atOther + 1
    ranks[atOne] = rank
    others[atOne] = other
    ranks[atOther] = rank
    others[atOther] = one
  }
  return { size, count, edgeAt, a, b, value, unexpected, standing, starts, ranks, others, places, unexpectedPlaces }
}

/** Mean of as many of the best as there are pairs of places. */
function meanOfBest(worth: Float64Array, order: Int32Array, places: Uint8Array): number {
  let total = 0
  for (const own of places) total += own
  const best = Math.min(order.length, Math.ceil(total / 2))
  let sum = 0
  for (let rank = 0; rank < best; rank += 1) sum += worth[order[rank] ?? 0] ?? 0
  return best === 0 ? 0 : sum / best
}
