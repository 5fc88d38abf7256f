import { findAllCandidates, findCandidatesOf, openSearch, type Search } from './candidates/find-candidates'
import { writeLine } from './candidates/lines'
import { addMember, openRoom } from './room/open-room'
import type { Room } from './room/room'
import { addList, type Board } from './board'
import { seatArrival } from './seats/seat'
import { solve } from './seats/solve'
import type { MatchingInput, Person } from './types'

/** How many may come in before all is computed anew. */
export const ARRIVALS_PER_SOLVE = 50

/** A room with its suggestions, open for those who come in. */
export interface LiveRoom {
  readonly room: Room
  readonly search: Search
  readonly board: Board
}

/** Everybody who is there, with their suggestions. At most {@link ARRIVALS_PER_SOLVE} can come in then. */
export function openLiveRoom(input: MatchingInput): LiveRoom {
  const room = openRoom(input)
  const search = openSearch(room, ARRIVALS_PER_SOLVE)
  findAllCandidates(room, search)
  return { room, search, board: solve(room, search.candidates, input) }
}

/** One more person, who is shown people when this returns; nobody else loses anybody. */
export function arrive({ room, search, board }: LiveRoom, person: Person): void {
  const member = addMember(room, person)
  writeLine(search.scan, room, member)
  addList(board)
  findCandidatesOf(room, search, member.at)
  seatArrival(room, board, search.candidates, member.at)
}
