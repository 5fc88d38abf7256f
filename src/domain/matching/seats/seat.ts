import { keysOf, placeOfKey, type BestOf } from '../candidates/best-of'
import type { Candidates } from '../candidates/judge'
import type { Room } from '../room/room'
import { canShow, listOf, pairUp, show, type Board } from '../board'
import { bestFirst, walkOthers } from './nearby'

/** Of those of whom nothing is known in common, so many are compared. */
const COMPARED = 12

/**
 * Fifth stage. Objective: nobody with a short list, and as little as possible one-way. Those with the
 * shortest lists come first, and take in turn
 * 1. their own candidates, the best first, with whoever's list may grow by one;
 * 2. anybody else, up to `fillTo`: first those whose lists are short too, then whoever's list may grow;
 * 3. one-way, up to `fillTo`, whom the fewest are shown.
 * Strangers of whom nothing speaks for each other do not take the last places: what has been read stays,
 * and there must be room when the right one comes in.
 */
export function seatTheShort(room: Room, board: Board, candidates: Candidates): void {
  const { listLength, fillTo } = room.settings
  const short = shortOf(room, board, listLength)
  for (const member of short) seatWithCandidates(room, board, candidates, member)
  for (const member of short) seatWithAnybody(room, board, member)
  for (let length = 0; length < Math.min(fillTo, listLength); length += 1) {
    for (const member of shortOf(room, board, length + 1)) fillOneWay(room, board, candidates, member)
  }
}

/** Seats one who has just come: at once, and without taking anything from anybody. */
export function seatArrival(room: Room, board: Board, candidates: Candidates, member: number): void {
  seatWithCandidates(room, board, candidates, member)
  seatWithAnybody(room, board, member)
  while (listOf(board, member).length < room.settings.fillTo) {
    if (!fillOneWay(room, board, candidates, member)) return
  }
}

/** Fills what is left of a list from which its reader has put somebody aside, in the end one-way. */
export function refill(room: Room, board: Board, candidates: Candidates, member: number): void {
  seatArrival(room, board, candidates, member)
  while (listOf(board, member).length < room.settings.listLength) {
    if (!fillOneWay(room, board, candidates, member)) return
  }
}

/** Those with shorter lists than this, the shortest first. */
export function shortOf({ members }: Room, board: Board, length: number): number[] {
  return members
    .filter(({ at }) => listOf(board, at).length < length)
    .sort((x, y) => listOf(board, x.at).length - listOf(board, y.at).length || x.hash - y.hash || x.at - y.at)
    .map(({ at }) => at)
}

function seatWithCandidates(room: Room, board: Board, { affinity, unexpected }: Candidates, member: number): void {
  for (const best of [affinity, unexpected]) {
    for (const other of othersOf(best, member)) pairUp(room, board, member, other, room.settings.longestList)
  }
}

function seatWithAnybody(room: Room, board: Board, member: number): void {
  const { listLength, longestList, fillTo } = room.settings
  for (const longest of [fillTo, listLength, longestList]) {
    if (listOf(board, member).length >= fillTo) return
    const open = walkOthers(
      room,
      member,
      COMPARED,
      (other) => canShow(room, board, other, member, longest) && canShow(room, board, member, other),
    )
    for (const other of bestFirst(room, board, member, open)) {
      if (listOf(board, member).length < fillTo) pairUp(room, board, member, other, longest)
    }
  }
}

/** @returns whether somebody was left to be shown */
function fillOneWay(room: Room, board: Board, { affinity }: Candidates, member: number): boolean {
  const known = othersOf(affinity, member).find((other) => canShow(room, board, member, other))
  const [other] =
    known === undefined
      ? bestFirst(room, board, member, walkOthers(room, member, COMPARED, (one) => canShow(room, board, member, one)))
      : [known]
  if (other === undefined) return false
  show(board, member, other)
  return true
}

/** The best first. */
function othersOf(best: BestOf, member: number): number[] {
  return Array.from(keysOf(best, member).slice().sort().reverse(), placeOfKey)
}
