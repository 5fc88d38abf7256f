import type { PairFacts } from '../room/pair-facts'
import type { Room } from '../room/room'
import { keysOf, scoreOfKey, type BestOf } from './best-of'
import type { Candidates } from './judge'

/** By person: what a score is multiplied by, on either side, to become a weight; 0 for who has no candidates. */
export interface Scales {
  readonly affinity: Float64Array
  readonly unexpected: Float64Array
}

/**
 * Weights serve the room fairly: a pair's score over the geometric mean of what the best few of either
 * side score on average. One who fits few people well is worth as much care as one who fits everybody,
 * and the best few of a person weigh about 1. The unexpected are measured by surprise, among themselves.
 */
export function scalesOf({ settings, members }: Room, { affinity, unexpected }: Candidates): Scales {
  const { listLength, unexpectedPlaces } = settings
  return {
    affinity: scaleByBest(members.length, affinity, Math.max(1, listLength - unexpectedPlaces)),
    unexpected: scaleByBest(members.length, unexpected, 1),
  }
}

/** What a pair weighs; 0 for one of which nothing is known, or where one side has no candidates. */
export function weightOf({ a, b, score, surprise }: PairFacts, { affinity, unexpected }: Scales): number {
  const [value, scale] = surprise > 0 ? [surprise, unexpected] : [score, affinity]
  return value * (scale[a] ?? 0) * (scale[b] ?? 0)
}

function scaleByBest(size: number, best: BestOf, few: number): Float64Array {
  const scale = new Float64Array(size)
  const top = new Float64Array(few)
  for (let person = 0; person < size; person += 1) {
    const mean = meanOfBest(keysOf(best, person), top)
    scale[person] = mean > 0 ? 1 / Math.sqrt(mean) : 0
  }
  return scale
}

/** @param top to work in; as many as are to be counted at most */
function meanOfBest(keys: Float64Array, top: Float64Array): number {
  top.fill(0)
  const last = top.length - 1
  for (const key of keys) {
    if (key <= (top[last] ?? 0)) continue
    let at = last
    while (at > 0 && (top[at - 1] ?? 0) < key) {
      top[at] = top[at - 1] ?? 0
      at -= 1
    }
    top[at] = key
  }
  const count = Math.min(keys.length, top.length)
  let sum = 0
  for (let at = 0; at < count; at += 1) sum += scoreOfKey(top[at] ?? 0)
  return count === 0 ? 0 : sum / count
}
