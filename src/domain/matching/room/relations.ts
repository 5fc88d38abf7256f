import { idsOfPairKey } from '../pair-key'
import { noveltyOf } from '../score/novelty'
import type { MatchingSettings } from '../settings'
import type { MatchingInput, Person, ShownBefore } from '../types'
import { addPair, emptyPairs, stretchesOf } from './stretches'

/** What stands between people who are present, by their places; always both ways. */
export interface Relations {
  /** Those who are never shown: met, blocked, 'not tonight'. */
  readonly never: number[][]
  /** Who was shown before without meeting, and what a pair counts for it, from 0 to 1. */
  readonly before: ShownBeforeTo[]
}

interface ShownBeforeTo {
  readonly others: readonly number[]
  readonly novelty: readonly number[]
}

const NOBODY: ShownBeforeTo = { others: [], novelty: [] }

/** @param metOf by place: whom they have met, where a number below `metOf.length` is somebody's place */
export function relationsOf(
  metOf: readonly (readonly number[])[],
  placeOf: ReadonlyMap<string, number>,
  { excluded, shownBefore = [] }: Pick<MatchingInput, 'excluded' | 'shownBefore'>,
  settings: MatchingSettings,
): Relations {
  return {
    never: neverOf(metOf, excluded, placeOf),
    before: beforeOf(metOf.length, shownBefore, placeOf, settings),
  }
}

/** One more person, at the last place. */
export function addRelations({ never, before }: Relations, placeOf: ReadonlyMap<string, number>, { met }: Person): void {
  const at = never.push([]) - 1
  before.push(NOBODY)
  for (const id of met) {
    const other = placeOf.get(id)
    if (other === undefined) continue
    if (never[at]?.includes(other) === false) never[at].push(other)
    if (never[other]?.includes(at) === false) never[other].push(at)
  }
}

function neverOf(
  metOf: readonly (readonly number[])[],
  excluded: ReadonlySet<string>,
  placeOf: ReadonlyMap<string, number>,
): number[][] {
  const size = metOf.length
  const pairs = emptyPairs(metOf.reduce((sum, { length }) => sum + length, excluded.size))
  metOf.forEach((met, at) => {
    for (const other of met) if (other < size) addPair(pairs, at, other)
  })
  for (const key of excluded) {
    const ids = idsOfPairKey(key)
    const a = ids && placeOf.get(ids[0])
    const b = ids && placeOf.get(ids[1])
    if (typeof a === 'number' && typeof b === 'number') addPair(pairs, a, b)
  }
  const { starts, entries } = stretchesOf(pairs, size)
  const seenBy = new Int32Array(size).fill(-1)
  return metOf.map((_, at) => {
    const others: number[] = []
    for (let i = starts[at] ?? 0; i < (starts[at + 1] ?? 0); i += 1) {
      const other = pairs.numbers[(entries[i] ?? 0) ^ 1] ?? 0
      if (seenBy[other] === at) continue
      seenBy[other] = at
      others.push(other)
    }
    return others.slice()
  })
}

/** Of several times that two were shown to each other, the one that counts least. */
function beforeOf(
  size: number,
  shownBefore: readonly ShownBefore[],
  placeOf: ReadonlyMap<string, number>,
  settings: MatchingSettings,
): ShownBeforeTo[] {
  const pairs = emptyPairs(shownBefore.length)
  const noveltyOfPair: number[] = []
  for (const { a: idOfA, b: idOfB, eventsAgo } of shownBefore) {
    const a = placeOf.get(idOfA)
    const b = placeOf.get(idOfB)
    if (a === undefined || b === undefined) continue
    addPair(pairs, a, b)
    noveltyOfPair.push(noveltyOf(eventsAgo, settings))
  }
  const { starts, entries } = stretchesOf(pairs, size)
  return Array.from({ length: size }, (_, at) => {
    const [start, end] = [starts[at] ?? 0, starts[at + 1] ?? 0]
    if (start === end) return NOBODY
    const others: number[] = []
    const novelty: number[] = []
    for (let i = start; i < end; i += 1) {
      const entry = entries[i] ?? 0
      const other = pairs.numbers[entry ^ 1] ?? 0
      const ofPair = noveltyOfPair[entry >> 1] ?? 1
      const known = others.indexOf(other)
      if (known < 0) {
        others.push(other)
        novelty.push(ofPair)
      } else {
        novelty[known] = Math.min(ofPair, novelty[known] ?? 1)
      }
    }
    return { others: others.slice(), novelty: novelty.slice() }
  })
}
