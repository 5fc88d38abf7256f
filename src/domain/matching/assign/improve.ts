import { add, drop, partnersOf, type Choice } from './choice'
import type { Prices } from './prices'
import { put, take, type WorkList } from './work-list'

/** A chain that gains less than this is left alone: rounding must not keep the search going. */
const LEAST_GAIN = 1e-9

/** Steps of the longest chain; each step adds a pair and drops at most one. */
const LONGEST = 10

/** What somebody would give up next, in place of a rank: nothing, having a place left. */
const NOTHING = -1
/** The same, of somebody who can make no place. */
const IMPOSSIBLE = -2

interface Search {
  readonly choice: Choice
  readonly prices: Float64Array
  /** By person: the pair that is easiest given up, or NOTHING, or IMPOSSIBLE. */
  readonly weakest: Int32Array
  /** By person: what giving it up costs, less what the one who loses by it can hope for. */
  readonly cost: Float64Array
  /** Ranks added and dropped, in turn as it happened. */
  readonly path: Int32Array
  length: number
  /** Value added less value dropped. */
  gain: number
  /** Largest gain so far, and the length of the path that had it. */
  best: number
  bestLength: number
}

/**
 * Objective: no short chain of exchanges is left that would make the sum larger. A chain starts at a
 * place that is free, or is freed by dropping a pair, and follows it: add the pair that gains most, drop
 * the weakest of its other end, go on with whoever lost by that, ten times at most; then everything after
 * the best point is undone. A place that is still to be filled counts what a place with that person
 * costs, so that nearly all chains that lead nowhere end at once. Only those whose pairs have changed are
 * looked at again.
 *
 * The search of variable depth of Lin and Kernighan (1973), along alternating paths as in the local
 * searches for weighted matching (Hanke and Hougardy 2010; ROMA, Maue and Sanders 2007). Every chain
 * kept makes the sum larger, so it ends.
 *
 * @param effort how many people may be looked at, at most
 */
export function improve(choice: Choice, { place }: Prices, people: WorkList, effort: number): void {
  const { stride, mates, free, graph } = choice
  const search: Search = {
    choice,
    prices: place,
    weakest: new Int32Array(graph.size),
    cost: new Float64Array(graph.size),
    path: new Int32Array(2 * LONGEST + 2),
    length: 0,
    gain: 0,
    best: 0,
    bestLength: 0,
  }
  for (let person = 0; person < graph.size; person += 1) findWeakest(search, person)
  const own = new Int32Array(stride)
  for (let looked = 0; looked < effort; looked += 1) {
    const person = take(people)
    if (person === -1) return
    while ((free[person] ?? 0) > 0 && follow(search, person, NOTHING)) putTouched(search, people)
    const count = partnersOf(choice, person)
    for (let at = 0; at < count; at += 1) own[at] = mates[person * stride + at] ?? 0
    for (let at = 0; at < count; at += 1) {
      const rank = own[at] ?? 0
      if (choice.chosen[rank] === 1 && follow(search, person, rank)) putTouched(search, people)
    }
  }
}

/**
 * Follows one chain from a person on, and keeps the best part of it. When it ends at a place that was
 * free, it goes on with the other one who lost by the first step.
 *
 * @param dropped the person's pair that is given up for it; NOTHING when the person has a place left
 * @returns whether something was gained
 */
function follow(search: Search, start: number, dropped: number): boolean {
  const { choice, path, prices } = search
  let person = start
  /** The other one who lost by the first step, until they are compensated. */
  let waiting = dropped === NOTHING ? -1 : otherEnd(choice, dropped, start)
  search.length = 0
  search.gain = 0
  search.best = LEAST_GAIN
  search.bestLength = 0
  const gainAtFirst = dropped === NOTHING ? 0 : -(choice.graph.value[dropped] ?? 0)
  if (mostPromising(search, person, dropped, gainAtFirst + (prices[waiting] ?? 0)) === -1) return false
  if (dropped !== NOTHING) flip(search, dropped)
  for (let step = 0; step < LONGEST; step += 1) {
    const rank = mostPromising(search, person, NOTHING, search.gain + (prices[waiting] ?? 0))
    if (rank === -1) break
    const other = otherEnd(choice, rank, person)
    const given = toDrop(search, other, rank)
    if (given >= 0) flip(search, given)
    flip(search, rank)
    if (search.gain > search.best) {
      search.best = search.gain
      search.bestLength = search.length
    }
    if (given >= 0) {
      person = otherEnd(choice, given, other)
    } else {
      if (waiting === -1 || waiting === other) break
      person = waiting
      waiting = -1
    }
  }
  while (search.length > search.bestLength) {
    flip(search, path[search.length - 1] ?? 0)
    search.length -= 2
  }
  return search.length > 0
}

/** Adds a pair that is not chosen, drops one that is, and notes it. */
function flip(search: Search, rank: number): void {
  const { choice, path } = search
  const { a, b, value } = choice.graph
  if (choice.chosen[rank] === 1) {
    drop(choice, rank)
    search.gain -= value[rank] ?? 0
  } else {
    add(choice, rank)
    search.gain += value[rank] ?? 0
  }
  findWeakest(search, a[rank] ?? 0)
  findWeakest(search, b[rank] ?? 0)
  path[search.length] = rank
  search.length += 1
}

/**
 * The pair to add for a person with a place to fill that gains most, after what the other side gives up
 * and what the one who loses by it can hope for.
 *
 * @param dropped a pair that is about to be given up, and is not to be added again
 * @param gain so far, with what is hoped for
 * @returns its rank; -1 when none lets hope for a gain
 */
function mostPromising(search: Search, person: number, dropped: number, gain: number): number {
  const { choice, best, cost, prices } = search
  const { chosen, freeUnexpected, graph } = choice
  const { value, unexpected, starts, ranks, others } = graph
  const mayBeUnexpected = freeUnexpected[person] !== 0 || (dropped >= 0 && unexpected[dropped] === 1)
  const end = starts[person + 1] ?? 0
  let found = -1
  let most = best - gain
  for (let at = starts[person] ?? 0; at < end; at += 1) {
    const rank = ranks[at] ?? 0
    const worth = value[rank] ?? 0
    if (worth <= most) break
    const other = others[at] ?? 0
    if (worth - (cost[other] ?? 0) <= most) continue
    if (chosen[rank] === 1 || rank === dropped || (unexpected[rank] === 1 && !mayBeUnexpected)) continue
    const given = toDrop(search, other, rank)
    if (given === IMPOSSIBLE) continue
    const net = given === NOTHING ? worth : worth - (value[given] ?? 0) + (prices[otherEnd(choice, given, other)] ?? 0)
    if (net <= most || isOnPath(search, rank) || isOnPath(search, given)) continue
    most = net
    found = rank
  }
  return found
}

/** What a person gives up to make a place for a pair. */
function toDrop({ choice, weakest }: Search, person: number, rank: number): number {
  const { graph, freeUnexpected, mates, stride } = choice
  const { unexpected } = graph
  if (unexpected[rank] === 0 || freeUnexpected[person] !== 0) return weakest[person] ?? IMPOSSIBLE
  const start = person * stride
  const end = start + partnersOf(choice, person)
  for (let at = start; at < end; at += 1) {
    const own = mates[at] ?? 0
    if (unexpected[own] === 1) return own
  }
  return IMPOSSIBLE
}

/** Computes anew which pair a person gives up most easily. */
function findWeakest({ choice, prices, weakest, cost }: Search, person: number): void {
  const { graph, free, mates, stride } = choice
  if (free[person] !== 0) {
    weakest[person] = NOTHING
    cost[person] = 0
    return
  }
  let found = IMPOSSIBLE
  let least = Infinity
  const start = person * stride
  const end = start + (graph.places[person] ?? 0)
  for (let at = start; at < end; at += 1) {
    const rank = mates[at] ?? 0
    const lost = (graph.value[rank] ?? 0) - (prices[otherEnd(choice, rank, person)] ?? 0)
    if (lost < least) {
      least = lost
      found = rank
    }
  }
  weakest[person] = found
  cost[person] = least
}

function otherEnd({ graph }: Choice, rank: number, person: number): number {
  const a = graph.a[rank] ?? 0
  return a === person ? (graph.b[rank] ?? 0) : a
}

function isOnPath({ path, length }: Search, rank: number): boolean {
  for (let at = 0; at < length; at += 1) if (path[at] === rank) return true
  return false
}

function putTouched({ choice, path, length }: Search, people: WorkList): void {
  const { a, b } = choice.graph
  for (let at = 0; at < length; at += 1) {
    put(people, a[path[at] ?? 0] ?? 0)
    put(people, b[path[at] ?? 0] ?? 0)
  }
}
