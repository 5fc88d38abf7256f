import type { Graph } from './graph'

/** The pairs chosen so far. */
export interface Choice {
  readonly graph: Graph
  /** By rank: 1 for a chosen pair. */
  readonly chosen: Uint8Array
  /** By person: places left. */
  readonly free: Uint8Array
  /** By person: places for the unexpected left, of which there may be more than places left. */
  readonly freeUnexpected: Uint8Array
  /** Each person's chosen ranks, in no order, from `person * stride` on. */
  readonly mates: Int32Array
  readonly stride: number
}

export function nobodyChosen(graph: Graph): Choice {
  let stride = 0
  for (const own of graph.places) stride = Math.max(stride, own)
  return {
    graph,
    chosen: new Uint8Array(graph.count),
    free: graph.places.slice(),
    freeUnexpected: graph.unexpectedPlaces.slice(),
    mates: new Int32Array(graph.size * stride),
    stride,
  }
}

/** How many partners the person has. */
export function partnersOf({ graph, free }: Choice, person: number): number {
  return (graph.places[person] ?? 0) - (free[person] ?? 0)
}

/** What the chosen pairs are worth together. */
export function valueOf({ graph, chosen }: Choice): number {
  let sum = 0
  for (let rank = 0; rank < graph.count; rank += 1) if (chosen[rank] === 1) sum += graph.value[rank] ?? 0
  return sum
}

/** Whether the pair is not chosen yet, and both have a place for it. */
export function canAdd({ graph, chosen, free, freeUnexpected }: Choice, rank: number): boolean {
  const a = graph.a[rank] ?? 0
  const b = graph.b[rank] ?? 0
  if (chosen[rank] === 1 || free[a] === 0 || free[b] === 0) return false
  return graph.unexpected[rank] === 0 || (freeUnexpected[a] !== 0 && freeUnexpected[b] !== 0)
}

/** Chooses a pair for which both have a place. */
export function add(choice: Choice, rank: number): void {
  choice.chosen[rank] = 1
  addAt(choice, choice.graph.a[rank] ?? 0, rank)
  addAt(choice, choice.graph.b[rank] ?? 0, rank)
}

/** Gives a chosen pair up. */
export function drop(choice: Choice, rank: number): void {
  choice.chosen[rank] = 0
  dropAt(choice, choice.graph.a[rank] ?? 0, rank)
  dropAt(choice, choice.graph.b[rank] ?? 0, rank)
}

function addAt(choice: Choice, person: number, rank: number): void {
  const { graph, free, freeUnexpected, mates, stride } = choice
  mates[person * stride + partnersOf(choice, person)] = rank
  free[person] = (free[person] ?? 0) - 1
  if (graph.unexpected[rank] === 1) freeUnexpected[person] = (freeUnexpected[person] ?? 0) - 1
}

function dropAt(choice: Choice, person: number, rank: number): void {
  const { graph, free, freeUnexpected, mates, stride } = choice
  const start = person * stride
  const last = start + partnersOf(choice, person) - 1
  let at = start
  while (at < last && mates[at] !== rank) at += 1
  mates[at] = mates[last] ?? 0
  free[person] = (free[person] ?? 0) + 1
  if (graph.unexpected[rank] === 1) freeUnexpected[person] = (freeUnexpected[person] ?? 0) + 1
}
