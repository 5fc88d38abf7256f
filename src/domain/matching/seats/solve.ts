import { assign } from '../assign/assign'
import type { AssignProblem } from '../assign/problem'
import type { Candidates } from '../candidates/judge'
import { findCandidatesOf, type Search } from '../candidates/find-candidates'
import { edgesOf } from '../candidates/find-edges'
import { isExcluded, type Room } from '../room/room'
import type { MatchingInput, Pair, PutAside } from '../types'
import { emptyBoard, listOf, pairUp, putAside, show, type Board } from '../board'
import { refill, seatArrival, seatTheShort, shortOf } from './seat'
import { welcomeNewcomers } from './welcome'

/** What stands already. */
export type Standing = Pick<MatchingInput, 'kept' | 'incumbents' | 'putAside'>

/**
 * Fourth stage. Objective: as much as possible in pairs where both are shown to each other; then nobody
 * left without anybody. In this order, because each step may use what the one before has left:
 * 1. what people have been shown stays;
 * 2. the pairs that are worth most together, at most `listLength` a person (assign/);
 * 3. each newcomer gets a regular;
 * 4. those with places left are paired with whoever's list may grow, or shown somebody one-way.
 */
export function solve(room: Room, candidates: Candidates, { kept, incumbents = [], putAside: aside = [] }: Standing): Board {
  const board = emptyBoard(room)
  keep(room, board, kept)
  assignPlaces(room, board, candidates, standingPairs(room, incumbents))
  welcomeNewcomers(room, board)
  seatTheShort(room, board, candidates)
  for (const reader of leaveOut(room, board, aside)) refill(room, board, candidates, reader)
  return board
}

/**
 * The same between two solves, for those who came in or whose places became free: nothing that stands is
 * taken from anybody, and nobody else is looked at.
 */
export function seatOnly(room: Room, search: Search, { kept, incumbents = [], putAside: aside = [] }: Standing): Board {
  const board = emptyBoard(room)
  keep(room, board, [...kept, ...incumbents])
  for (const member of shortOf(room, board, room.settings.listLength)) {
    findCandidatesOf(room, search, member)
    seatArrival(room, board, search.candidates, member)
  }
  welcomeNewcomers(room, board)
  for (const reader of leaveOut(room, board, aside)) {
    findCandidatesOf(room, search, reader)
    refill(room, board, search.candidates, reader)
  }
  return board
}

/**
 * Takes out what readers have put aside, after all the rest: up to here everything is as if nobody had
 * said 'not tonight', so that the other one's list cannot tell.
 *
 * @returns the readers whose lists have become shorter, by place
 */
function leaveOut(room: Room, board: Board, aside: readonly PutAside[]): number[] {
  const readers = new Set<number>()
  for (const { reader: idOfReader, other: idOfOther } of aside) {
    const [reader, other] = [room.placeOf.get(idOfReader), room.placeOf.get(idOfOther)]
    if (reader === undefined || other === undefined) continue
    const before = listOf(board, reader).length
    putAside(board, reader, other)
    if (listOf(board, reader).length < before) readers.add(reader)
  }
  return [...readers].sort((a, b) => a - b)
}

function keep(room: Room, board: Board, kept: readonly Pair[]): void {
  const oneWay: [number, number][] = []
  for (const { a: idOfA, b: idOfB, kind } of kept) {
    const [a, b] = [room.placeOf.get(idOfA), room.placeOf.get(idOfB)]
    if (a === undefined || b === undefined || isExcluded(room, a, b)) continue
    show(board, a, b)
    if (kind === 'ONE_WAY') oneWay.push([a, b])
    else show(board, b, a)
  }
  // Not dependent on the order of the input: a place may be left for one of two.
  for (const [a, b] of oneWay.sort(([a, b], [c, d]) => a - c || b - d)) pairUp(room, board, a, b)
}

/** The pairs that stand, by places; a one-way one is as good as none. */
function standingPairs({ placeOf }: Room, incumbents: readonly Pair[]): [number, number][] {
  return incumbents.flatMap(({ a: idOfA, b: idOfB, kind }) => {
    const [a, b] = [placeOf.get(idOfA), placeOf.get(idOfB)]
    if (a === undefined || b === undefined || kind === 'ONE_WAY') return []
    return [a < b ? [a, b] : [b, a]]
  })
}

function assignPlaces(room: Room, board: Board, candidates: Candidates, standing: readonly [number, number][]): void {
  const problem = problemOf(room, board, candidates, standing)
  const { a, b } = problem.edges
  assign(problem).forEach((isChosen, edge) => {
    if (isChosen === 0) return
    show(board, a[edge] ?? 0, b[edge] ?? 0)
    show(board, b[edge] ?? 0, a[edge] ?? 0)
  })
}

/** The places that are left on the board, and the pairs that may fill them. */
export function problemOf(
  room: Room,
  board: Board,
  candidates: Candidates,
  standing: readonly [number, number][],
): AssignProblem {
  const { listLength, longestList, unexpectedPlaces, incumbencyBonus } = room.settings
  const size = room.members.length
  const held = new Uint8Array(size)
  for (const place of standing.flat()) held[place] = (held[place] ?? 0) + 1
  // Where an arrival has made a list longer, it stays so: rather one more than one that vanishes.
  const places = Uint8Array.from(room.members, ({ at }) => {
    const kept = listOf(board, at).length
    return Math.max(0, Math.min(longestList, Math.max(listLength, kept + (held[at] ?? 0))) - kept)
  })
  return {
    size,
    edges: edgesOf(room, board, candidates, standing),
    places,
    unexpectedPlaces: places.map((free) => Math.min(free, unexpectedPlaces)),
    incumbencyBonus,
  }
}
