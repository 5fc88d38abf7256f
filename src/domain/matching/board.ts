import type { Member, Room } from './room'

/** Who is shown to whom, while it is being decided. */
export interface Board {
  /** Reader's place to the others they are shown. */
  readonly lists: readonly Set<Member>[]
  /** Place to the number of readers who are shown this person. */
  readonly exposure: number[]
}

export function emptyBoard(room: Room): Board {
  return { lists: room.members.map(() => new Set()), exposure: room.members.map(() => 0) }
}

/** The others whom the reader is shown. */
export function shownTo(board: Board, reader: Member): ReadonlySet<Member> {
  return board.lists[reader.at] ?? new Set()
}

/** To how many people this person is shown. */
export function exposureOf(board: Board, member: Member): number {
  return board.exposure[member.at] ?? 0
}

/** Shows the other to the reader, whatever the limits; showing twice counts once. */
export function show(board: Board, reader: Member, other: Member): void {
  const list = board.lists[reader.at]
  if (list === undefined || list.has(other)) return
  list.add(other)
  board.exposure[other.at] = exposureOf(board, other) + 1
}

/** Whether the reader has a place left, and the other may be shown once more. */
export function canShow(room: Room, board: Board, reader: Member, other: Member): boolean {
  return (
    shownTo(board, reader).size < room.settings.listLength &&
    exposureOf(board, other) < room.settings.maxExposure &&
    !shownTo(board, reader).has(other) &&
    !room.isExcluded(reader, other)
  )
}

/**
 * Shows two people to each other when the limits allow. One who is shown the other already needs no
 * further place: a one-way suggestion becomes mutual this way.
 *
 * @returns whether something changed
 */
export function pairUp(room: Room, board: Board, a: Member, b: Member): boolean {
  const aSees = shownTo(board, a).has(b)
  const bSees = shownTo(board, b).has(a)
  if (aSees && bSees) return false
  if (!(aSees || canShow(room, board, a, b)) || !(bSees || canShow(room, board, b, a))) return false
  show(board, a, b)
  show(board, b, a)
  return true
}
