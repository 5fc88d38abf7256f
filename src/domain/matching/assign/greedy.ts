import { add, canAdd, type Choice } from './choice'
import { descendingOrder } from './order'
import { surplusOf, type Prices } from './prices'

/**
 * Objective: no pair is left for which both have a place. The best pair first: at least half of the best
 * possible sum (Avis 1983; for b-matching Mestre 2006), in practice 0.95 to 0.99 of it.
 */
export function addBestFirst(choice: Choice): void {
  const { count } = choice.graph
  for (let rank = 0; rank < count; rank += 1) if (canAdd(choice, rank)) add(choice, rank)
}

/**
 * Objective: what the prices tell. The pair with the largest surplus first: by it a pair that costs
 * others little precedes a better one that costs them much.
 *
 * @param isOpen by rank: 1 for the pairs to be tried
 */
export function addBySurplus(choice: Choice, prices: Prices, isOpen: Uint8Array): void {
  const { graph } = choice
  const open = new Int32Array(graph.count)
  const keys = new Float64Array(graph.count)
  let found = 0
  let least = 0
  for (let rank = 0; rank < graph.count; rank += 1) {
    if (isOpen[rank] !== 1) continue
    const surplus = surplusOf(graph, prices, rank)
    open[found] = rank
    keys[found] = surplus
    least = Math.min(least, surplus)
    found += 1
  }
  // What is sorted must not be below 0.
  for (let at = 0; at < found; at += 1) keys[at] = (keys[at] ?? 0) - least
  for (const at of descendingOrder(keys.subarray(0, found))) {
    const rank = open[at] ?? 0
    if (canAdd(choice, rank)) add(choice, rank)
  }
}

/** Objective: what stands stays, as far as there are places for it; the best first. */
export function addStanding(choice: Choice): void {
  const { count, standing } = choice.graph
  for (let rank = 0; rank < count; rank += 1) if (standing[rank] === 1 && canAdd(choice, rank)) add(choice, rank)
}
