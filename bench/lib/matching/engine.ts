import { assign } from '../../../src/domain/matching/assign/assign'
import type { AssignProblem } from '../../../src/domain/matching/assign/problem'
import { findAllCandidates, openSearch } from '../../../src/domain/matching/candidates/find-candidates'
import { scalesOf, weightOf } from '../../../src/domain/matching/candidates/weights'
import { ARRIVALS_PER_SOLVE, arrive, openLiveRoom, type LiveRoom } from '../../../src/domain/matching/live-room'
import { openRoom } from '../../../src/domain/matching/room/open-room'
import { factsOf } from '../../../src/domain/matching/room/pair-facts'
import type { Room } from '../../../src/domain/matching/room/room'
import { emptyBoard, listOf, type Board } from '../../../src/domain/matching/board'
import { problemOf, solve } from '../../../src/domain/matching/seats/solve'
import { defaultSettings } from '../../../src/domain/matching/settings'
import { suggestionsOf } from '../../../src/domain/matching/suggest'
import type { MatchingInput, Pair, Person } from '../../../src/domain/matching/types'
import type { LiveEngine } from './arrivals'
import { exactOptimum } from './exact'
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

/** All that the benchmark knows of the engine's inside: its stages, for timing them, and the weight that they maximise. */
export function timeStages(input: MatchingInput): StageTimes {
  const found = timed(() => findAll(input))
  const { room, search } = found.result
  const assigned = timed(() => solve(room, search.candidates, input))
  const said = timed(() => suggestionsOf(room, assigned.result, input.kept))
  return { candidatesMs: found.ms, assignMs: assigned.ms, totalMs: found.ms + assigned.ms, wordsMs: said.ms }
}

/** Runs the engine once, for what it suggests. */
export function runEngine(input: MatchingInput): EngineRun {
  const { room, search } = findAll(input)
  const { edges } = problemOf(room, emptyBoard(room), search.candidates, [])
  const id = (place = 0) => room.members[place]?.person.id ?? ''
  return {
    suggestions: shownOn(room, solve(room, search.candidates, input)),
    weightOf: weigher(room, search.candidates),
    edges: Array.from({ length: edges.count }, (_, edge) => ({
      a: id(edges.a[edge]),
      b: id(edges.b[edge]),
      weight: edges.weight[edge] ?? 0,
      isUnexpected: edges.unexpected[edge] === 1,
    })),
  }
}

/**
 * The weight of the engine's assignment as a share of the exact optimum's over the same pairs and limits,
 * from 0 to 1.
 */
export async function exactRatio(input: MatchingInput): Promise<number> {
  const { room, search } = findAll(input)
  const problem = problemOf(room, emptyBoard(room), search.candidates, [])
  const { weight } = await exactOptimum(problem)
  return weight === 0 ? 1 : weightOfChosen(problem) / weight
}

/** The engine as people arrive one after the other. */
export const liveEngine: LiveEngine = {
  arrivalsPerSolve: ARRIVALS_PER_SOLVE,
  open(input) {
    const people = [...input.people]
    let live = openLiveRoom(input)
    return {
      arrive(person: Person) {
        people.push(person)
        arrive(live, person)
      },
      solveAgain() {
        live = openLiveRoom({ ...input, people, incumbents: standingOn(live) })
      },
      standing: () => shownOn(live.room, live.board),
      weight: () => {
        const all = openLiveRoom({ ...input, people })
        return weightOfBest(shownOn(live.room, live.board), weigher(all.room, all.search.candidates))
      },
    }
  },
}

function findAll(input: MatchingInput) {
  const room = openRoom(input)
  const search = openSearch(room)
  findAllCandidates(room, search)
  return { room, search }
}

function weigher(room: Room, candidates: Parameters<typeof scalesOf>[1]): (a: string, b: string) => number {
  const scales = scalesOf(room, candidates)
  return (a, b) => {
    const [one, other] = [room.placeOf.get(a), room.placeOf.get(b)]
    const facts = one === undefined || other === undefined ? null : factsOf(room, one, other)
    return facts === null ? 0 : weightOf(facts, scales)
  }
}

function weightOfChosen(problem: AssignProblem): number {
  const chosen = assign(problem)
  return problem.edges.weight.reduce((sum, weight, edge) => sum + weight * (chosen[edge] ?? 0), 0)
}

function shownOn({ members }: Room, board: Board): Shown[] {
  return members.flatMap(({ at, person }) =>
    listOf(board, at).map((other) => ({ userId: person.id, otherId: members[other]?.person.id ?? '' })),
  )
}

function standingOn({ room, board }: LiveRoom): Pair[] {
  return shownOn(room, board).map(({ userId, otherId }) => {
    const [one, other] = [room.placeOf.get(userId) ?? 0, room.placeOf.get(otherId) ?? 0]
    return { a: userId, b: otherId, kind: listOf(board, other).includes(one) ? 'MUTUAL' : 'ONE_WAY' }
  })
}

/** The weight of the best few of each list: a longer list is worth no more than a full one. */
function weightOfBest(shown: readonly Shown[], weight: (a: string, b: string) => number): number {
  const lists = new Map<string, number[]>()
  for (const { userId, otherId } of shown) lists.set(userId, [...(lists.get(userId) ?? []), weight(userId, otherId)])
  let total = 0
  for (const list of lists.values()) for (const one of list.sort((x, y) => y - x).slice(0, LIST_LENGTH)) total += one
  return total
}
