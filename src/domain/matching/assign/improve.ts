import { add, drop, partnersOf, type Choice } from './choice'
import { put, take, type WorkList } from './work-list'

/** A chain that gains less than this is left alone: rounding must not keep the search going. */
const LEAST_GAIN = 1e-9

/** Steps of the longest chain; each step adds a pair and drops one. */
const LONGEST = 8

interface Chain {
  readonly choice: Choice
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
 * the weakest of its other end, go on with whoever lost by that, up to eight times; then everything after
 * the best point is undone. Only those whose pairs have changed are looked at again.
 *
 * The search of variable depth of Lin and Kernighan (1973), along alternating paths as in the local
 * searches for weighted matching (Hanke and Hougardy 2010; ROMA, Maue and Sanders 2007). Every chain
 * kept makes the sum larger, so it ends.
 *
 * @param effort how many people may be looked at, at most
 */
export function improve(choice: Choice, people: WorkList, effort: number): void {
  const { stride, mates, free } = choice
  const chain: Chain = {
    choice,
    path: new Int32Array(2 * LONGEST + 2),
    length: 0,
    gain: 0,
    best: 0,
    bestLength: 0,
  }
  const own = new Int32Array(stride)
  for (let looked = 0; looked < effort; looked += 1) {
    const person = take(people)
    if (person === -1) return
    while ((free[person] ?? 0) > 0 && follow(chain, person, -1)) putTouched(chain, people)
    const count = partnersOf(choice, person)
    for (let at = 0; at < count; at += 1) own[at] = mates[person * stride + at] ?? 0
    for (let at = 0; at < count; at += 1) {
      const rank = own[at] ?? 0
      if (choice.chosen[rank] === 1 && follow(chain, person, rank)) putTouched(chain, people)
    }
  }
}

/**
 * Follows one chain from a person on, and keeps the best part of it.
 *
 * @param dropped the person's pair that is given up for it; -1 when the person has a place left
 * @returns whether something was gained
 */
function follow(chain: Chain, start: number, dropped: number): boolean {
  const { choice, path } = chain
  const { a, b } = choice.graph
  chain.length = 0
  chain.gain = 0
  chain.best = LEAST_GAIN
  chain.bestLength = 0
  if (dropped >= 0) flip(chain, dropped)
  let person = start
  for (let step = 0; step < LONGEST; step += 1) {
    const rank = bestExchange(chain, person)
    if (rank === -1) break
    const other = a[rank] === person ? (b[rank] ?? 0) : (a[rank] ?? 0)
    const weakest = toDrop(choice, other, rank)
    if (weakest !== -1) flip(chain, weakest)
    flip(chain, rank)
    if (chain.gain > chain.best) {
      chain.best = chain.gain
      chain.bestLength = chain.length
    }
    if (weakest === -1) break
    person = a[weakest] === other ? (b[weakest] ?? 0) : (a[weakest] ?? 0)
  }
  while (chain.length > chain.bestLength) {
    const rank = path[chain.length - 1] ?? 0
    if (choice.chosen[rank] === 1) drop(choice, rank)
    else add(choice, rank)
    chain.length -= 1
  }
  return chain.length > 0
}

function flip(chain: Chain, rank: number): void {
  const { choice, path } = chain
  const value = choice.graph.value[rank] ?? 0
  if (choice.chosen[rank] === 1) {
    drop(choice, rank)
    chain.gain -= value
  } else {
    add(choice, rank)
    chain.gain += value
  }
  path[chain.length] = rank
  chain.length += 1
}

/** The pair to add for a person with a place left that gains most, after what the other side must drop. */
function bestExchange(chain: Chain, person: number): number {
  const { choice, gain, best } = chain
  const { chosen, freeUnexpected, graph } = choice
  const { value, unexpected, starts, ranks, others } = graph
  const mayBeUnexpected = freeUnexpected[person] !== 0
  const end = starts[person + 1] ?? 0
  let found = -1
  let most = -Infinity
  for (let at = starts[person] ?? 0; at < end; at += 1) {
    const rank = ranks[at] ?? 0
    const worth = value[rank] ?? 0
    if (worth <= most || gain + worth <= best) break
    if (chosen[rank] === 1 || (unexpected[rank] === 1 && !mayBeUnexpected)) continue
    const other = others[at] ?? 0
    const weakest = toDrop(choice, other, rank)
    if (weakest === -2) continue
    const net = weakest === -1 ? worth : worth - (value[weakest] ?? 0)
    if (net <= most || isOnPath(chain, rank) || isOnPath(chain, weakest)) continue
    most = net
    found = rank
  }
  return found
}

/**
 * What a person gives up to make a place for a pair: the weakest of their pairs.
 *
 * @returns its rank; -1 when there is a place, -2 when none can be made
 */
function toDrop({ graph, free, freeUnexpected, mates, stride }: Choice, person: number, rank: number): number {
  const { unexpected, places } = graph
  const onlyUnexpected = unexpected[rank] === 1 && freeUnexpected[person] === 0
  const left = free[person] ?? 0
  if (left > 0 && !onlyUnexpected) return -1
  let weakest = -2
  const start = person * stride
  const end = start + (places[person] ?? 0) - left
  for (let at = start; at < end; at += 1) {
    const own = mates[at] ?? 0
    if (own > weakest && (!onlyUnexpected || unexpected[own] === 1)) weakest = own
  }
  return weakest
}

function isOnPath({ path, length }: Chain, rank: number): boolean {
  for (let at = 0; at < length; at += 1) if (path[at] === rank) return true
  return false
}

function putTouched({ choice, path, length }: Chain, people: WorkList): void {
  const { a, b } = choice.graph
  for (let at = 0; at < length; at += 1) {
    put(people, a[path[at] ?? 0] ?? 0)
    put(people, b[path[at] ?? 0] ?? 0)
  }
}
