import { hash32 } from '../hash'
import { idsOfPairKey } from './pair-key'
import { defaultSettings, type MatchingSettings } from './settings'
import type { MatchingInput, Person } from './types'
import { rarityOf, unitVector, type UnitVector } from './weights'
import { contentWords } from './text/words'

/** A person, prepared for comparison. */
export interface Member {
  readonly person: Person
  /** Place in {@link Room.members}. */
  readonly at: number
  readonly hash: number
  readonly isNew: boolean
  readonly isRegular: boolean
  /** Slug to label, distinct. */
  readonly labels: ReadonlyMap<string, string>
  /** Stem to the word as written. */
  readonly askWords: ReadonlyMap<string, string>
  readonly offerWords: ReadonlyMap<string, string>
  readonly interests: UnitVector
  readonly ask: UnitVector
  readonly offer: UnitVector
}

export interface Room {
  /** In the order of their ids: what follows does not depend on the order of the input. */
  readonly members: readonly Member[]
  readonly settings: MatchingSettings
  readonly rarityOfInterest: (slug: string) => number
  readonly rarityOfWord: (stem: string) => number
  readonly byId: ReadonlyMap<string, Member>
  readonly isExcluded: (a: Member, b: Member) => boolean
}

/**
 * First stage. Objective: everything that depends on one person or on the room as a whole is worked
 * out once, and nothing after it looks at free text, ids of the absent or the order of the input.
 */
export function prepareRoom(input: MatchingInput): Room {
  const settings = { ...defaultSettings, ...input.settings }
  const people = [...input.people].sort((a, b) => (a.id < b.id ? -1 : 1))
  const read = people.map((person) => ({
    person,
    labels: new Map(person.interests.map(({ slug, label }) => [slug, label])),
    askWords: contentWords(person.ask),
    offerWords: contentWords(person.offer),
  }))
  const rarityOfInterest = rarityOf(read.map(({ labels }) => labels.keys()))
  const rarityOfWord = rarityOf(
    read.map(({ askWords, offerWords }) => [...askWords.keys(), ...offerWords.keys()]),
  )
  const members = read.map(
    (one, at): Member => ({
      ...one,
      at,
      hash: hash32(one.person.id),
      isNew: one.person.visitNumber <= 1,
      isRegular: one.person.visitNumber >= settings.regularFrom,
      interests: unitVector(one.labels.keys(), rarityOfInterest),
      ask: unitVector(one.askWords.keys(), rarityOfWord),
      offer: unitVector(one.offerWords.keys(), rarityOfWord),
    }),
  )
  const byId = new Map(members.map((member) => [member.person.id, member]))
  const excluded = excludedPlaces(input.excluded, byId)
  return {
    members,
    settings,
    rarityOfInterest,
    rarityOfWord,
    byId,
    isExcluded: (a, b) => a === b || excluded.has(placeKey(a, b, members.length)),
  }
}

/** The excluded pairs as numbers: they are asked for hundreds of thousands of times. */
function excludedPlaces(keys: ReadonlySet<string>, byId: ReadonlyMap<string, Member>): Set<number> {
  const places = new Set<number>()
  for (const key of keys) {
    const [a, b] = (idsOfPairKey(key) ?? []).map((id) => byId.get(id))
    if (a && b) places.add(placeKey(a, b, byId.size))
  }
  return places
}

function placeKey(a: Member, b: Member, size: number): number {
  return a.at < b.at ? a.at * size + b.at : b.at * size + a.at
}
