import { openRoom } from '../../../src/domain/matching/room/open-room'
import { factsOf } from '../../../src/domain/matching/room/pair-facts'
import { defaultSettings, type MatchingSettings } from '../../../src/domain/matching/settings'
import type { Affiliation, Person } from '../../../src/domain/matching/types'
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

/** The score that the app gives a pair in a room of these people, by its own defaults unless others are given. */
export function engineScore(entries: readonly FormEntry[], settings: MatchingSettings = defaultSettings): PairMethod {
  const room = openRoom({ people: entries.map(personOf), excluded: new Set(), kept: [], settings })
  const placeOf = (id: string) => room.placeOf.get(id) ?? Number.NaN
  return (a, b) => factsOf(room, placeOf(a.id), placeOf(b.id))?.score ?? 0
}
