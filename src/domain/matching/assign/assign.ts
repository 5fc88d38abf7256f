import { nobodyChosen, valueOf, type Choice } from './choice'
import { buildGraph, narrowed, type Graph } from './graph'
import { addBestFirst, addBySurplus, addStanding } from './greedy'
import { improve } from './improve'
import { findPrices, openPairs, type Prices } from './prices'
import type { AssignProblem } from './problem'
import { emptyWorkList, put } from './work-list'

/** So many rounds of prices over all pairs, then over those that are left open: cheaper by two thirds. */
const ROUNDS_OVER_ALL = 5
const ROUNDS_OVER_OPEN = 8

/** Pairs stay open that lack less than this share of their value. With half of it hubs get worse partners. */
const OPEN_MARGIN = 0.1

/** How often everybody is looked at for an improvement, on average and at most; 1.3 times is usual. */
const LOOKS_PER_PERSON = 6

/**
 * Objective: of the pairs given those whose weights add up to most, within everybody's places; places
 * filled count too (see graph.ts). A b-matching of a general graph with one more limit a person: near to
 * the best (0.99 to 1 of it in trials), not proven to be; never worse than the best pair first.
 *
 * Prices tell what is contested. From nothing, they say who belongs together as well; where pairs stand,
 * these are where the search begins, so that few of them are given up.
 *
 * @returns 1 for each pair chosen, by its place in the problem
 */
export function assign(problem: AssignProblem): Uint8Array {
  const graph = buildGraph(problem)
  const prices = findPrices(graph, ROUNDS_OVER_ALL)
  const isOpen = openPairs(graph, prices, OPEN_MARGIN)
  const open = narrowed(graph, isOpen)
  findPrices(open, ROUNDS_OVER_OPEN, prices)

  const choice = graph.standing.includes(1) ? standing(open) : bestStart(open, prices, isOpen)
  const people = emptyWorkList(graph.size)
  for (let person = 0; person < graph.size; person += 1) put(people, person)
  improve(choice, prices, people, LOOKS_PER_PERSON * graph.size)
  addBestFirst(choice)

  const result = new Uint8Array(problem.edges.count)
  for (let rank = 0; rank < graph.count; rank += 1) result[graph.edgeAt[rank] ?? 0] = choice.chosen[rank] ?? 0
  return result
}

function standing(graph: Graph): Choice {
  const choice = nobodyChosen(graph)
  addStanding(choice)
  addBestFirst(choice)
  return choice
}

/** By surplus, or simply by value where that is better, as it may be in small rooms. */
function bestStart(graph: Graph, prices: Prices, isOpen: Uint8Array): Choice {
  const bySurplus = nobodyChosen(graph)
  addBySurplus(bySurplus, prices, isOpen)
  addBestFirst(bySurplus)
  const byValue = nobodyChosen(graph)
  addBestFirst(byValue)
  return valueOf(bySurplus) >= valueOf(byValue) ? bySurplus : byValue
}
