import type { Room } from '../room/room'
import { bestOf, forget } from './best-of'
import { contextTable, judge, type Candidates, type ContextTable } from './judge'
import { emptyScan, endScan, scanFrom, startOf, type Scan } from './scan'

/** How many unexpected others of each person are considered: there is one place for them. */
const UNEXPECTED_CANDIDATES = 8

/** What looking for candidates needs, kept while people come in. */
export interface Search {
  readonly candidates: Candidates
  readonly scan: Scan
  readonly table: ContextTable
}

/** @param spare how many more people there will be room for */
export function openSearch(room: Room, spare = 0): Search {
  const size = room.members.length + spare
  return {
    candidates: {
      affinity: bestOf(size, room.settings.candidatesPerPerson),
      unexpected: bestOf(size, UNEXPECTED_CANDIDATES),
    },
    scan: emptyScan(room, spare),
    table: contextTable(room.settings),
  }
}

/**
 * Second stage. Objective: of all pairs those worth considering, without comparing everybody with
 * everybody. One sweep meets each pair that has something rare in common once, scores it, and offers it
 * to both sides, each of which keeps its best.
 */
export function findAllCandidates(room: Room, { candidates, scan, table }: Search): void {
  const cursors = startOf(room)
  for (let at = 0; at < room.members.length; at += 1) {
    scanFrom(room, at, scan, cursors)
    judge(room, scan, at, candidates, table)
    endScan(room, at, scan)
  }
}

/** The same for one member alone, compared with everybody else who is there. */
export function findCandidatesOf(room: Room, { candidates, scan, table }: Search, at: number): void {
  forget(candidates.affinity, at)
  forget(candidates.unexpected, at)
  scanFrom(room, at, scan, null)
  judge(room, scan, at, candidates, table)
  endScan(room, at, scan)
}
