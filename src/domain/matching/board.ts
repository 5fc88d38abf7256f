import { isExcluded, type Room } from './room/room'

/** Who is shown to whom, by place, while it is being decided. */
export interface Board {
  /** By reader: the others they are shown. */
  readonly lists: number[][]
  /** By person: how many readers are shown them. */
  readonly exposure: number[]
  /** By reader: whom they are not to be shown. */
  readonly aside: number[][]
}

export function emptyBoard({ members }: Room): Board {
  return { lists: members.map(() => []), exposure: members.map(() => 0), aside: members.map(() => []) }
}

/** A list for one who came later. */
export function addList(board: Board): void {
  board.lists.push([])
  board.exposure.push(0)
  board.aside.push([])
}

/** The others whom the reader is shown. */
export function listOf(board: Board, reader: number): readonly number[] {
  return board.lists[reader] ?? []
}

/** To how many people this person is shown. */
export function exposureOf(board: Board, person: number): number {
  return board.exposure[person] ?? 0
}

/** Shows the other to the reader, whatever the limits; showing twice counts once. */
export function show(board: Board, reader: number, other: number): void {
  const list = board.lists[reader]
  if (list === undefined || list.includes(other)) return
  list.push(other)
  board.exposure[other] = exposureOf(board, other) + 1
}

/** From now on the reader is not shown the other. */
export function putAside(board: Board, reader: number, other: number): void {
  board.aside[reader]?.push(other)
  const list = board.lists[reader]
  const at = list?.indexOf(other) ?? -1
  if (list === undefined || at < 0) return
  list.splice(at, 1)
  board.exposure[other] = exposureOf(board, other) - 1
}

/** Whether the reader's list is shorter than `longest`, and the other may be shown once more. */
export function canShow(room: Room, board: Board, reader: number, other: number, longest = room.settings.listLength): boolean {
  const list = listOf(board, reader)
  return (
    list.length < longest &&
    exposureOf(board, other) < room.settings.maxExposure &&
    !list.includes(other) &&
    !board.aside[reader]?.includes(other) &&
    !isExcluded(room, reader, other)
  )
}

/**
 * Shows two people to each other when the limits allow. One who is shown the other already needs no
 * further place: a one-way suggestion becomes mutual this way.
 *
 * @param longest how long the list of `b` may become; that of `a` is at most `listLength`
 * @returns whether something changed
 */
export function pairUp(room: Room, board: Board, a: number, b: number, longest = room.settings.listLength): boolean {
  const aSees = listOf(board, a).includes(b)
  const bSees = listOf(board, b).includes(a)
  if (aSees && bSees) return false
  if (!(aSees || canShow(room, board, a, b)) || !(bSees || canShow(room, board, b, a, longest))) return false
  show(board, a, b)
  show(board, b, a)
  return true
}
