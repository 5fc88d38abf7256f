import type { Room } from '../room/room'
import { exposureOf, canShow, listOf, pairUp, show, type Board } from '../board'
import { bestFirst, walkOthers } from './nearby'

const COMPARED = 12

/**
 * Objective: whoever is here for the first time is shown at least one regular. Most are by now, for such
 * pairs count more; for each of the others a regular takes one more on their list, at most
 * `newcomersPerRegular` this way, or is shown to the newcomer one-way.
 */
export function welcomeNewcomers(room: Room, board: Board): void {
  const { longestList, newcomersPerRegular } = room.settings
  const welcomed = new Map<number, number>()
  const isFree = (regular: number) =>
    room.members[regular]?.isRegular === true && (welcomed.get(regular) ?? 0) < newcomersPerRegular
  for (const { at: newcomer, isNew } of room.members) {
    if (!isNew || listOf(board, newcomer).some((other) => room.members[other]?.isRegular)) continue
    const fits = (regular: number) => isFree(regular) && canShow(room, board, newcomer, regular, longestList)
    const mutual = walkOthers(
      room,
      newcomer,
      COMPARED,
      (regular) => fits(regular) && canShow(room, board, regular, newcomer, longestList),
    )
    const [regular] = bestFirst(room, board, newcomer, mutual)
    const [oneWay] = regular === undefined ? leastShown(board, walkOthers(room, newcomer, COMPARED, fits)) : []
    const chosen = regular ?? oneWay
    if (chosen === undefined) continue
    show(board, newcomer, chosen)
    if (regular !== undefined) pairUp(room, board, newcomer, regular, longestList)
    welcomed.set(chosen, (welcomed.get(chosen) ?? 0) + 1)
  }
}

function leastShown(board: Board, others: readonly number[]): number[] {
  return [...others].sort((a, b) => exposureOf(board, a) - exposureOf(board, b))
}
