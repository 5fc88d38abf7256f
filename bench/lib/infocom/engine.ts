import { apartOf } from '../../../src/domain/matching/score/apart'
import { contextOf } from '../../../src/domain/matching/score/context'
import { profileScale } from '../../../src/domain/matching/score/profile-scale'
import { scorePair } from '../../../src/domain/matching/score/score-pair'
import { defaultSettings, type MatchingSettings } from '../../../src/domain/matching/settings'
import type { Affiliation, Person } from '../../../src/domain/matching/types'
import { rarityOf } from '../../../src/domain/matching/weights'
import type { PairMethod } from './protocol'
import type { FormEntry } from './read-data'

/**
 * A form as the app would have it. Languages are interests, as they are in the app's own catalogue (the
 * field 'languages'). Nobody has asked or offered anything, and all are here for the first time.
 */
export function personOf({ id, topics, languages, affiliation, city, studies }: FormEntry): Person {
  const interest = (kind: string, field: string) => (one: string) => ({ slug: `${kind}-${one}`, label: one, field })
  const affiliations = (kind: Affiliation['kind'], all: readonly string[]) =>
    all.map((one): Affiliation => ({ kind, slug: one, label: one }))
  return {
    id,
    interests: [...topics.map(interest('topic', '')), ...languages.map(interest('language', 'languages'))],
    affiliations: [
      ...affiliations('ORGANIZATION', affiliation),
      ...affiliations('CITY', city),
      ...affiliations('STUDIES', studies),
    ],
    attended: [],
    met: [],
    ask: '',
    offer: '',
    starter: '',
    visitNumber: 1,
  }
}

/** The score that the app gives a pair, by its own defaults unless others are given. */
export function engineScore(entries: readonly FormEntry[], settings: MatchingSettings = defaultSettings): PairMethod {
  const people = entries.map(personOf)
  const interests = alikeness(people, ({ interests: all }) => all.map(({ slug }) => slug))
  const affiliations = alikeness(people, ({ affiliations: all }) => all.map(({ kind, slug }) => `${kind}:${slug}`))
  const fields = new Map(people.map((person) => [person.id, fieldsOf(person)]))
  return ({ id: a }, { id: b }) => {
    const [ofA, ofB] = [fields.get(a) ?? [], fields.get(b) ?? []]
    const apart = apartOf(ofA.length, ofB.length, ofA.filter((field) => ofB.includes(field)).length)
    const context = contextOf(affiliations(a, b), 0, 0, settings)
    return scorePair(interests(a, b), 0, 0, context, apart, 1, false, settings)
  }
}

function fieldsOf({ interests }: Person): string[] {
  return [...new Set(interests.flatMap(({ field }) => field || []))]
}

/** How alike any two are in what they have, by id: as the engine's index works it out. */
function alikeness(people: readonly Person[], termsOf: (person: Person) => readonly string[]) {
  const rarity = rarityOf(people.map(termsOf))
  const profiles = new Map(
    people.map((person) => {
      const squares = new Map(termsOf(person).map((term) => [term, rarity(term) ** 2]))
      const sum = Array.from(squares.values()).reduce((total, square) => total + square, 0)
      return [person.id, { squares, scale: profileScale(sum, people.length) }]
    }),
  )
  return (a: string, b: string): number => {
    const [ofA, ofB] = [profiles.get(a), profiles.get(b)]
    if (!ofA || !ofB) return 0
    let sum = 0
    for (const [term, square] of ofA.squares) if (ofB.squares.has(term)) sum += square
    return sum * ofA.scale * ofB.scale
  }
}
