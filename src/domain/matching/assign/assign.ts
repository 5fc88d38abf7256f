import { add, canAdd, nobodyChosen, type Choice } from './choice'
import { buildGraph } from './graph'
import { addBestFirst, addBySurplus } from './greedy'
import { improve } from './improve'
import { findPrices } from './prices'
import type { AssignProblem } from './problem'
import { emptyWorkList, put } from './work-list'

/** After so many rounds further ones move the prices little. */
const PRICE_ROUNDS = 10

/** How often everybody is looked at for an improvement, on average and at most. */
const LOOKS_PER_PERSON = 6

/**
 * Objective: of the pairs given those whose weights add up to most, within everybody's places; places
 * filled count too (see graph.ts). A b-matching of a general graph with one more limit a person: near to
 * the best, not proven to be.
 *
 * From nothing, prices tell which pairs belong together; where pairs stand, they are where the search
 * begins, so that few of them are given up.
 *
 * @returns 1 for each pair chosen, by its place in the problem
 */
export function assign(problem: AssignProblem): Uint8Array {
  const graph = buildGraph(problem)
  const choice = nobodyChosen(graph)
  if (problem.edges.standing.includes(1)) addStanding(choice)
  else addBySurplus(choice, findPrices(graph, PRICE_ROUNDS))
  addBestFirst(choice)

  const people = emptyWorkList(graph.size)
  for (let person = 0; person < graph.size; person += 1) put(people, person)
  improve(choice, people, LOOKS_PER_PERSON * graph.size)
  const result = new Uint8Array(graph.count)
  for (let rank = 0; rank < graph.count; rank += 1) result[graph.edgeAt[rank] ?? 0] = choice.chosen[rank] ?? 0
  return result
}

/** Objective: what stands stays, as far as there are places for it. */
function addStanding(choice: Choice): void {
  const { count, standing } = choice.graph
  for (let rank = 0; rank < count; rank += 1) if (standing[rank] === 1 && canAdd(choice, rank)) add(choice, rank)
}
