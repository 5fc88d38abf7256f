import type { MatchingInput, Person } from '../../../src/domain/matching/types'
import { percentile } from '../percentile'
import type { Shown } from './measures'
import { timed } from './timing'

/** A room that changes while people come in. */
export interface LiveRoom {
  /** Lets somebody in, who has their suggestions when it returns. */
  arrive(person: Person): void
  /** Computes everything anew, keeping what may not vanish. */
  solveAgain(): void
  /** Who is shown whom at this moment. */
  standing(): readonly Shown[]
  /** What is standing is worth, by the measure that the engine maximises. */
  weight(): number
}

export interface LiveEngine {
  /** A room whose people have their suggestions. */
  open(input: MatchingInput): LiveRoom
  /** After so many arrivals everything is computed anew. */
  readonly arrivalsPerSolve: number
}

export interface ArrivalMeasures {
  readonly n: number
  /** Processor time from an arrival to its suggestions, in milliseconds: median and 99th percentile. */
  readonly p50Ms: number
  readonly p99Ms: number
  /** Suggestions that vanished, to an arrival: those of solving anew included. */
  readonly dropsPerArrival: number
  /** Weight of what stands in the end, as a share of that of solving the same room from nothing. */
  readonly quality: number
}

/**
 * Lets the last of a room's people in one by one, the others being there, and looks at what becomes of
 * the suggestions that stood.
 * @param arrivals how many come in; more than half of the people are there before.
 */
export function measureArrivals(engine: LiveEngine, input: MatchingInput, arrivals: number): ArrivalMeasures {
  const before = input.people.length - arrivals
  const room = engine.open({ ...input, people: input.people.slice(0, before) })
  const times: number[] = []
  let drops = 0
  let stood = keysOf(room.standing())
  input.people.slice(before).forEach((person, place) => {
    times.push(
      timed(() => {
        room.arrive(person)
      }).ms,
    )
    if ((place + 1) % engine.arrivalsPerSolve === 0) room.solveAgain()
    const stands = keysOf(room.standing())
    for (const key of stood) if (!stands.has(key)) drops += 1
    stood = stands
  })
  return {
    n: input.people.length,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    dropsPerArrival: drops / arrivals,
    quality: room.weight() / engine.open(input).weight(),
  }
}

function keysOf(suggestions: readonly Shown[]): ReadonlySet<string> {
  return new Set(suggestions.map(({ userId, otherId }) => `${userId}|${otherId}`))
}
