import type { Network } from './network'

/** From so many people shortest ways are counted; of more, from so many evenly spread ones. */
export const PIVOTS = 40

/**
 * On how many shortest ways between two others each person lies, a way that is one of k counting 1/k and each
 * counted in both directions: Brandes 2001, 'A faster algorithm for betweenness centrality'. With more than `pivots` people only the ways from every n-th are
 * counted (Brandes and Pich 2007): an order of people then, no figure; it is never shown as one either way.
 *
 * @returns one number of 0 and more for each of `people`; time proportional to `pivots` times the network's size.
 */
export function betweenness({ people, neighbours }: Network, pivots: number = PIVOTS): readonly number[] {
  const total = new Float64Array(people.length)
  const step = Math.max(1, Math.ceil(people.length / pivots))
  for (let source = 0; source < people.length; source += step) {
    const { order, ways, distance } = shortestWays(neighbours, source)
    const share = new Float64Array(neighbours.length)
    for (const node of order.reverse()) {
      // A person is the end of one way and lies on those beyond; a bond is the end of none.
      const carried = ((share[node] ?? 0) + (node < people.length ? 1 : 0)) / (ways[node] ?? 1)
      for (const before of neighbours[node] ?? []) {
        if (distance[before] === (distance[node] ?? 0) - 1) share[before] = (share[before] ?? 0) + (ways[before] ?? 0) * carried
      }
      if (node < people.length && node !== source) total[node] = (total[node] ?? 0) + (share[node] ?? 0)
    }
  }
  return Array.from(total)
}

/** Breadth first from `source`: everybody reached in order, how far, and by how many shortest ways. */
function shortestWays(neighbours: Network['neighbours'], source: number) {
  const distance = new Int32Array(neighbours.length).fill(-1)
  const ways = new Float64Array(neighbours.length)
  const order = [source]
  distance[source] = 0
  ways[source] = 1
  for (const node of order) {
    const next = (distance[node] ?? 0) + 1
    for (const other of neighbours[node] ?? []) {
      if (distance[other] === -1) {
        distance[other] = next
        order.push(other)
      }
      if (distance[other] === next) ways[other] = (ways[other] ?? 0) + (ways[node] ?? 0)
    }
  }
  return { order, ways, distance }
}
