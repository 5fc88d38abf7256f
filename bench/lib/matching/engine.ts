import { findCandidates } from '../../../src/domain/matching/candidates'
import { prepareRoom } from '../../../src/domain/matching/room'
import { edgeBetween } from '../../../src/domain/matching/score'
import { defaultSettings } from '../../../src/domain/matching/settings'
import { solve } from '../../../src/domain/matching/solve'
import { suggest } from '../../../src/domain/matching/suggest'
import type { MatchingInput } from '../../../src/domain/matching/types'
import type { LiveEngine } from './arrivals'
import type { Shown, WeightedPair } from './measures'
import { timed, type StageTimes } from './timing'

/** How many people each is to be shown. */
export const LIST_LENGTH = defaultSettings.listLength

/** What the engine makes of a room, and what its suggestions are judged by. */
export interface EngineRun {
  readonly suggestions: readonly Shown[]
  /** What it is worth to show two to each other, 0 for nothing; for any two people of the room. */
  readonly weightOf: (a: string, b: string) => number
  /** The pairs worth considering, with that worth: at least each one's best. */
  readonly edges: readonly WeightedPair[]
}

/**
 * All that the benchmark knows of the engine's inside: its stages, for timing them, and the weight that
 * they maximise.
 */
export function timeStages(input: MatchingInput): StageTimes {
  const found = timed(() => {
    const room = prepareRoom(input)
    return { room, candidates: findCandidates(room) }
  })
  const assigned = timed(() => solve(found.result.room, found.result.candidates, input.kept))
  return { candidatesMs: found.ms, assignMs: assigned.ms, totalMs: timed(() => suggest(input)).ms }
}

/** Runs the engine once, for what it suggests. */
export function runEngine(input: MatchingInput): EngineRun {
  const room = prepareRoom(input)
  return {
    suggestions: suggest(input),
    weightOf: (a, b) => {
      const [one, other] = [room.byId.get(a), room.byId.get(b)]
      return one && other ? edgeBetween(one, other, room.settings).score : 0
    },
    edges: findCandidates(room).map(({ a, b, score }) => ({ a: a.person.id, b: b.person.id, weight: score })),
  }
}

/**
 * The weight of the engine's assignment as a share of the exact optimum's over the same pairs, from 0 to
 * 1; null where the optimum is not computed.
 */
export function exactRatio(_input: MatchingInput): Promise<number | null> {
  return Promise.resolve(null)
}

/** The engine as people arrive one after the other; undefined where it cannot do that. */
export const liveEngine: LiveEngine | undefined = undefined
