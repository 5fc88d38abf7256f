import { factsOf } from '../room/pair-facts'
import type { Room } from '../room/room'
import { exposureOf, type Board } from '../board'

/**
 * Others of whom nothing may be known in common, found without looking at the whole room unless it
 * must be: walking on from a place that the member's id decides, so that not all end at the same people.
 *
 * @param most walking ends when so many are found
 * @returns in the order of the walk
 */
export function walkOthers(room: Room, member: number, most: number, isFit: (other: number) => boolean): number[] {
  const { members } = room
  const size = members.length
  const start = (members[member]?.hash ?? 0) % Math.max(1, size)
  const found: number[] = []
  for (let step = 0; step < size && found.length < most; step += 1) {
    const other = (start + step) % size
    if (other !== member && isFit(other)) found.push(other)
  }
  return found
}

/** By score; of equals, the one who is shown to the fewest; then in the order given. */
export function bestFirst(room: Room, board: Board, member: number, others: readonly number[]): number[] {
  return others
    .map((other, at) => ({ other, at, score: factsOf(room, member, other)?.score ?? 0, exposure: exposureOf(board, other) }))
    .sort((x, y) => y.score - x.score || x.exposure - y.exposure || x.at - y.at)
    .map(({ other }) => other)
}
