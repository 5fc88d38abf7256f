import { add, canAdd, type Choice } from './choice'
import { descendingOrder } from './order'
import { surplus, type Prices } from './prices'

/** A pair is tried early unless its prices exceed its value by more than this share of the value. */
const NEAR = 0.15

/**
 * Objective: no pair is left for which both have a place. The best pair first: at least half of the best
 * possible sum (Avis 1983; for b-matching Mestre 2006), in practice 0.95 to 0.99 of it.
 */
export function addBestFirst(choice: Choice): void {
  const { count } = choice.graph
  for (let rank = 0; rank < count; rank += 1) if (canAdd(choice, rank)) add(choice, rank)
}

/**
 * Objective: what the prices tell. The pair with the largest surplus first, among those that are worth
 * about their prices or more: by surplus a pair that costs others little precedes a better one that
 * costs them much.
 */
export function addBySurplus(choice: Choice, prices: Prices): void {
  const { graph } = choice
  const near = new Int32Array(graph.count)
  const keys = new Float64Array(graph.count)
  let found = 0
  const offset = NEAR * (graph.value[0] ?? 0)
  for (let rank = 0; rank < graph.count; rank += 1) {
    const value = graph.value[rank] ?? 0
    const left = surplus(graph, prices, rank)
    if (left < -NEAR * value) continue
    near[found] = rank
    keys[found] = left + offset
    found += 1
  }
  for (const at of descendingOrder(keys.subarray(0, found))) {
    const rank = near[at] ?? 0
    if (canAdd(choice, rank)) add(choice, rank)
  }
}
