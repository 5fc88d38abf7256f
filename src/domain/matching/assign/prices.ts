import type { Graph } from './graph'

/** What a place with a person costs a pair: by person, 0 or more. */
export interface Prices {
  readonly place: Float64Array
  /** What an unexpected pair pays on top, for the person's one place of that kind. */
  readonly unexpected: Float64Array
}

/**
 * Objective: prices at which everybody's best pairs, after what the other side charges, are as many as
 * there are places; a pair worth more than its two prices belongs to the best assignment, one worth less
 * does not. These are the dual variables of the linear program of b-matching.
 *
 * Person by person, the price is put in the middle between the last pair that gets a place and the first
 * that gets none: exact minimisation of the dual in one variable, as in auction algorithms (Bertsekas
 * 1988) and max-product message passing (Bayati, Shah and Sharma 2008). It need not reach the optimum,
 * yet some rounds of it come near.
 *
 * @param prices to start from, which are changed; all 0 by default
 */
export function findPrices(graph: Graph, rounds: number, prices: Prices = noPrices(graph)): Prices {
  const { size, value, unexpected, starts, ranks, others, places, unexpectedPlaces } = graph
  const { place, unexpected: extra } = prices
  /** The best offers, descending: as many as there are places, and one more. */
  const best = new Float64Array(256)
  for (let round = 0; round < rounds; round += 1) {
    for (let person = 0; person < size; person += 1) {
      const last = places[person] ?? 0
      let first = 0
      let second = 0
      for (let at = 0; at <= last; at += 1) best[at] = 0
      const end = starts[person + 1] ?? 0
      for (let at = starts[person] ?? 0; at < end; at += 1) {
        const rank = ranks[at] ?? 0
        const worth = value[rank] ?? 0
        if (worth <= (best[last] ?? 0)) break
        const other = others[at] ?? 0
        const offer = worth - (place[other] ?? 0)
        if (unexpected[rank] === 0) {
          if (offer > (best[last] ?? 0)) insert(best, last, offer)
        } else {
          const lower = offer - (extra[other] ?? 0)
          if (lower > first) {
            second = first
            first = lower
          } else if (lower > second) second = lower
        }
      }
      const mayBeUnexpected = (unexpectedPlaces[person] ?? 0) > 0
      if (mayBeUnexpected && first > (best[last] ?? 0)) insert(best, last, first)
      const price = last === 0 ? Infinity : ((best[last - 1] ?? 0) + (best[last] ?? 0)) / 2
      place[person] = price
      extra[person] = !mayBeUnexpected ? Infinity : second > price ? (first + second) / 2 - price : 0
    }
  }
  return prices
}

function noPrices({ size }: Graph): Prices {
  return { place: new Float64Array(size), unexpected: new Float64Array(size) }
}

/** What the pair is worth beyond its prices. */
export function surplusOf({ a, b, value, unexpected }: Graph, prices: Prices, rank: number): number {
  const one = a[rank] ?? 0
  const other = b[rank] ?? 0
  const left = (value[rank] ?? 0) - (prices.place[one] ?? 0) - (prices.place[other] ?? 0)
  return unexpected[rank] === 0 ? left : left - (prices.unexpected[one] ?? 0) - (prices.unexpected[other] ?? 0)
}

/**
 * Which pairs the prices leave open: all but those that are worth less than their prices by more than a
 * share of their value. What prices rule out that clearly is hardly ever part of the best assignment
 * (fixing by reduced costs, as in integer programming), and everything after has less to search.
 *
 * @returns by rank: 1 for an open pair
 */
export function openPairs(graph: Graph, prices: Prices, margin: number): Uint8Array {
  const isOpen = new Uint8Array(graph.count)
  for (let rank = 0; rank < graph.count; rank += 1) {
    if (surplusOf(graph, prices, rank) >= -margin * (graph.value[rank] ?? 0)) isOpen[rank] = 1
  }
  return isOpen
}

/** Puts an offer among the best, the least of which it displaces. */
function insert(best: Float64Array, last: number, offer: number): void {
  let at = last
  while (at > 0 && (best[at - 1] ?? 0) < offer) {
    best[at] = best[at - 1] ?? 0
    at -= 1
  }
  best[at] = offer
}
