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

export function relationsOf(
  people: readonly Person[],
  placeOf: ReadonlyMap<string, number>,
  { excluded, shownBefore = [] }: Pick<MatchingInput, 'excluded' | 'shownBefore'>,
  settings: MatchingSettings,
): Relations {
  const relations: Relations = {
    never: people.map(() => []),
    before: people.map(() => ({ others: [], novelty: [] })),
  }
  people.forEach((person, at) => {
    noteMet(relations, placeOf, person, at)
  })
  for (const key of excluded) {
    const [a, b] = (idsOfPairKey(key) ?? []).map((id) => placeOf.get(id))
    if (a !== undefined && b !== undefined) ruleOut(relations, a, b)
  }
  for (const { a: idOfA, b: idOfB, eventsAgo } of shownBefore) {
    const [a, b] = [placeOf.get(idOfA), placeOf.get(idOfB)]
    if (a === undefined || b === undefined) continue
    noteShown(relations, a, b, noveltyOf(eventsAgo, settings))
    noteShown(relations, b, a, noveltyOf(eventsAgo, settings))
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
