import { idsOfPairKey } from '../pair-key'
import { noveltyOf } from '../score/novelty'
import type { MatchingSettings } from '../settings'
import type { MatchingInput, Person } from '../types'

/** What stands between people who are present, by their places; always both ways. */
export interface Relations {
  /** Those who are never shown: met, blocked, 'not tonight'. */
  readonly never: number[][]
  /** Who was shown before without meeting, and what a pair counts for it, from 0 to 1. */
  readonly before: { readonly others: number[]; readonly novelty: number[] }[]
}

/** @param metOf by place: whom they have met, where a number below `metOf.length` is somebody's place */
export function relationsOf(
  metOf: readonly (readonly number[])[],
  placeOf: ReadonlyMap<string, number>,
  { excluded, shownBefore = [] }: Pick<MatchingInput, 'excluded' | 'shownBefore'>,
  settings: MatchingSettings,
): Relations {
  const never: number[][] = metOf.map((met) => met.filter((other) => other < metOf.length))
  const relations: Relations = { never, before: metOf.map(() => ({ others: [], novelty: [] })) }
  metOf.forEach((met, at) => {
    for (const other of met) if (other < metOf.length) ruleOut(relations, at, other)
  })
  for (const key of excluded) {
    const ids = idsOfPairKey(key)
    if (ids === null) continue
    const a = placeOf.get(ids[0])
    const b = placeOf.get(ids[1])
    if (a !== undefined && b !== undefined) ruleOut(relations, a, b)
  }
  for (const { a: idOfA, b: idOfB, eventsAgo } of shownBefore) {
    const a = placeOf.get(idOfA)
    const b = placeOf.get(idOfB)
    if (a === undefined || b === undefined) continue
    const novelty = noveltyOf(eventsAgo, settings)
    noteShown(relations, a, b, novelty)
    noteShown(relations, b, a, novelty)
  }
  return relations
}

/** One more person, at the last place. */
export function addRelations(relations: Relations, placeOf: ReadonlyMap<string, number>, person: Person): void {
  const at = relations.never.push([]) - 1
  relations.before.push({ others: [], novelty: [] })
  noteMet(relations, placeOf, person, at)
}

function noteMet(relations: Relations, placeOf: ReadonlyMap<string, number>, { met }: Person, at: number): void {
  for (const id of met) {
    const other = placeOf.get(id)
    if (other !== undefined) ruleOut(relations, at, other)
  }
}

function ruleOut({ never }: Relations, a: number, b: number): void {
  if (never[a]?.includes(b) === false) never[a].push(b)
  if (never[b]?.includes(a) === false) never[b].push(a)
}

/** Of several times, the one that counts least. */
function noteShown({ before }: Relations, one: number, other: number, novelty: number): void {
  const { others, novelty: known } = before[one] ?? { others: [], novelty: [] }
  const place = others.indexOf(other)
  if (place < 0) {
    others.push(other)
    known.push(novelty)
  } else {
    known[place] = Math.min(novelty, known[place] ?? 1)
  }
}
