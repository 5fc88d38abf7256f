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
  const edgeAt = Int32Array.from({ length: count }, (_, edge) => edge)
  const worth = new Float64Array(count)
  for (let at = 0; at < count; at += 1) {
    const edge = edgeAt[at] ?? 0
    worth[at] = (edges.weight[edge] ?? 0) + (edges.standing[edge] === 1 ? incumbencyBonus : 0)
  }
  const order = descendingOrder(worth)
  const fillBonus = FILL_BONUS * meanOfBest(worth, order, places)
  const a = new Int32Array(count)
  const b = new Int32Array(count)
  const value = new Float64Array(count)
  const unexpected = new Uint8Array(count)
  const standing = new Uint8Array(count)
  for (let rank = 0; rank < count; rank += 1) {
    const at = order[rank] ?? 0
    const edge = edgeAt[at] ?? 0
    a[rank] = edges.a[edge] ?? 0
    b[rank] = edges.b[edge] ?? 0
    value[rank] = (worth[at] ?? 0) + fillBonus
    unexpected[rank] = edges.unexpected[edge] ?? 0
    standing[rank] = edges.standing[edge] ?? 0
  }
  return {
    ...neighbours(size, a, b),
    size,
    count,
    edgeAt: order.map((at) => edgeAt[at] ?? 0),
    a,
    b,
    value,
    unexpected,
    standing,
    places,
    unexpectedPlaces,
  }
}

/** The same graph, in which people see but those of their pairs for which `isKept`, by rank, is 1. */
export function narrowed(graph: Graph, isKept: Uint8Array): Graph {
  return { ...graph, ...neighbours(graph.size, graph.a, graph.b, isKept) }
}

/** Each person's pairs, best first, by counting them before they are put into place. */
function neighbours(
  size: number,
  a: Int32Array,
  b: Int32Array,
  isKept?: Uint8Array,
): Pick<Graph, 'starts' | 'ranks' | 'others'> {
  const starts = new Int32Array(size + 1)
  for (let rank = 0; rank < a.length; rank += 1) {
    if (isKept !== undefined && isKept[rank] !== 1) continue
    const one = (a[rank] ?? 0) + 1
    const other = (b[rank] ?? 0) + 1
    starts[one] = (starts[one] ?? 0) + 1
    starts[other] = (starts[other] ?? 0) + 1
  }
  for (let person = 0; person < size; person += 1) {
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0)
  }
  const total = starts[size] ?? 0
  const ranks = new Int32Array(total)
  const others = new Int32Array(total)
  const ends = starts.slice()
  for (let rank = 0; rank < a.length; rank += 1) {
    if (isKept !== undefined && isKept[rank] !== 1) continue
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
  return { starts, ranks, others }
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
