import { hash32 } from '../../hash'
import { defaultSettings } from '../settings'
import { readText } from '../text/read-text'
import type { MatchingInput, Person } from '../types'
import { addAnswers, findAnswers } from './answers'
import { indexEvenings } from './evenings'
import { numberAcquaintances } from './number-terms'
import { addRelations, relationsOf } from './relations'
import type { Member } from './member'
import type { Room } from './room'
import { addToIndex, indexNumbers, indexTerms } from './term-index'

/** Acquaintances are looked up however many know somebody; what is too common is passed over later. */
const NONE_COMMON = 1

/**
 * First stage. Objective: everything that depends on one person or on the room as a whole is worked
 * out once, and nothing after it looks at ids, free text or the order of the input.
 */
export function openRoom(input: MatchingInput): Room {
  const settings = { ...defaultSettings, ...input.settings }
  const read = input.read ?? readWords
  const people = [...input.people].sort((a, b) => (a.id < b.id ? -1 : 1))
  const placeOf = new Map(people.map(({ id }, at) => [id, at]))
  const members = people.map((person, at) => memberOf(person, at, { settings, read }))
  const acquaintances = indexNumbers(numberAcquaintances(people.map(({ met }) => met), placeOf), NONE_COMMON)
  return {
    settings,
    read,
    members,
    placeOf,
    interests: indexTerms(people.map(slugsOfInterests), settings.commonShare),
    affiliations: indexTerms(people.map(keysOfAffiliations), settings.commonShare),
    acquaintances,
    evenings: indexEvenings(people.map(({ attended }) => attended)),
    answers: findAnswers(members, settings),
    relations: relationsOf(acquaintances.termsOf, placeOf, input, settings),
  }
}

/** One more person, at the last place. How rare a term is stays what it was when the room was opened. */
export function addMember(room: Room, person: Person): Member {
  const member = memberOf(person, room.members.length, room)
  room.members.push(member)
  room.placeOf.set(person.id, member.at)
  addToIndex(room.interests, slugsOfInterests(person))
  addToIndex(room.affiliations, keysOfAffiliations(person))
  addToIndex(room.acquaintances, person.met)
  room.evenings.add(person.attended)
  addAnswers(room.answers, room.members, member, room.settings)
  addRelations(room.relations, room.placeOf, person)
  return member
}

function readWords(text: string) {
  return readText(text, null)
}

function memberOf(person: Person, at: number, { settings, read }: Pick<Room, 'settings' | 'read'>): Member {
  return {
    person,
    at,
    hash: hash32(person.id),
    isNew: person.visitNumber <= 1,
    isRegular: person.visitNumber >= settings.regularFrom,
    ask: read(person.ask),
    offer: read(person.offer),
    fields: fieldsOf(person),
  }
}

/** Two fields may share a bit and then look like one: it makes two people a little more alike. */
function fieldsOf({ interests }: Person): number {
  let fields = 0
  for (const { field } of interests) if (field !== '') fields |= 1 << hash32(field) % 32
  return fields
}

function slugsOfInterests({ interests }: Person): string[] {
  return interests.map(({ slug }) => slug)
}

function keysOfAffiliations({ affiliations }: Person): string[] {
  return affiliations.map(({ kind, slug }) => `${kind}:${slug}`)
}
