import { exposureOf, canShow, emptyBoard, pairUp, show, shownTo, type Board } from './board'
import type { Member, Room } from './room'
import { compareEdges, edgeBetween, type Edge } from './score'
import type { Pair } from './types'

/**
 * Fourth stage. Objective: as much score as possible in pairs where both are shown to each other, at
 * most `listLength` a person; then nobody left without anybody, at most `maxExposure` readers a
 * person. In this order, because each step may use what the one before has left:
 * 1. what people have been shown stays;
 * 2. each newcomer gets a regular;
 * 3. the best pair first (greedy b-matching: at least half of the best possible sum);
 * 4. those with places left are paired with each other;
 * 5. those still short are shown somebody one-way.
 */
export function solve(room: Room, candidates: readonly Edge[], kept: readonly Pair[]): Board {
  const board = emptyBoard(room)
  keep(room, board, kept)
  welcomeNewcomers(room, board, candidates)
  for (const { a, b } of candidates) pairUp(room, board, a, b)
  pairTheRest(room, board)
  fillOneWay(room, board)
  return board
}

function keep(room: Room, board: Board, kept: readonly Pair[]): void {
  for (const { a: idOfA, b: idOfB, kind } of kept) {
    const a = room.byId.get(idOfA)
    const b = room.byId.get(idOfB)
    if (a === undefined || b === undefined || room.isExcluded(a, b)) continue
    show(board, a, b)
    if (kind !== 'ONE_WAY') show(board, b, a)
  }
}

/**
 * A newcomer's regular is the best candidate with a place set aside; else the least shown one; else
 * one is shown one-way, as long as that leaves the regular's exposure room for a full list of pairs.
 */
function welcomeNewcomers(room: Room, board: Board, candidates: readonly Edge[]): void {
  const { maxExposure, listLength, newcomersPerRegular } = room.settings
  const regulars = room.members.filter((member) => member.isRegular)
  const newcomersOf = new Map(
    regulars.map((regular) => [regular, Array.from(shownTo(board, regular)).filter((other) => other.isNew).length]),
  )
  const lacksRegular = (newcomer: Member) => !Array.from(shownTo(board, newcomer)).some((other) => other.isRegular)
  const welcome = (newcomer: Member, regular: Member) => {
    const count = newcomersOf.get(regular) ?? 0
    if (count >= newcomersPerRegular || !lacksRegular(newcomer)) return
    if (pairUp(room, board, newcomer, regular)) newcomersOf.set(regular, count + 1)
  }

  for (const { a, b } of candidates) {
    if (a.isNew && b.isRegular) welcome(a, b)
    if (b.isNew && a.isRegular) welcome(b, a)
  }
  for (const newcomer of room.members.filter((member) => member.isNew && lacksRegular(member))) {
    const leastShown = [...regulars].sort((x, y) => exposureOf(board, x) - exposureOf(board, y) || x.at - y.at)
    for (const regular of leastShown) welcome(newcomer, regular)
    const oneWay = leastShown.find(
      (regular) =>
        canShow(room, board, newcomer, regular) &&
        exposureOf(board, regular) - shownTo(board, regular).size < maxExposure - listLength,
    )
    if (oneWay !== undefined && lacksRegular(newcomer)) show(board, newcomer, oneWay)
  }
}

/**
 * Whoever has the shortest list comes first, and is paired with the best of those who have places
 * too; of many, `candidatesPerPerson` are compared.
 */
function pairTheRest(room: Room, board: Board): void {
  const short = room.members.filter((member) => shownTo(board, member).size < room.settings.listLength)
  short.sort((x, y) => shownTo(board, x).size - shownTo(board, y).size || x.hash - y.hash || x.at - y.at)
  for (const member of short) {
    const open: Member[] = []
    for (const other of short) {
      if (open.length >= room.settings.candidatesPerPerson) break
      if (canShow(room, board, other, member) && canShow(room, board, member, other)) open.push(other)
    }
    for (const other of bestFirst(room, board, member, open)) pairUp(room, board, member, other)
  }
}

/**
 * One at a time to whoever has fewest, so that everybody has one before anybody has two. Those with
 * the fewest people left to choose from choose first.
 */
function fillOneWay(room: Room, board: Board): void {
  const target = Math.min(room.settings.fillTo, room.settings.listLength)
  for (let size = 0; size < target; size += 1) {
    const short = room.members.filter((member) => shownTo(board, member).size === size)
    const choices = short.map((reader) => ({
      reader,
      others: room.members.filter((other) => canShow(room, board, reader, other)),
    }))
    choices.sort((x, y) => x.others.length - y.others.length || x.reader.at - y.reader.at)
    for (const { reader, others } of choices) {
      const best = bestFirst(room, board, reader, others).find((other) => canShow(room, board, reader, other))
      if (best !== undefined) show(board, reader, best)
    }
  }
}

/** By score; of equals, the one who is shown to the fewest. */
function bestFirst(room: Room, board: Board, member: Member, others: readonly Member[]): Member[] {
  return others
    .map((other) => ({ other, edge: edgeBetween(member, other, room.settings), exposure: exposureOf(board, other) }))
    .sort((x, y) => y.edge.score - x.edge.score || x.exposure - y.exposure || compareEdges(x.edge, y.edge))
    .map(({ other }) => other)
}
