import { apartOf } from '../score/apart'
import { contextOf } from '../score/context'
import { rareness } from '../score/profile-scale'
import { scorePair } from '../score/score-pair'
import { surpriseOf } from '../score/surprise'
import { receives } from './answers'
import { countBits } from './evenings'
import { isWelcome } from './member'
import type { Room } from './room'
import { likeness, sharedTerms } from './term-index'

/** All that is known between two members, by the smaller place `a` and the larger one `b`. */
export interface PairFacts {
  readonly a: number
  readonly b: number
  /** Terms of `room.interests` and `room.affiliations` that both have. */
  readonly interests: readonly number[]
  readonly affiliations: readonly number[]
  /** How alike their interests are, from 0 to 1. */
  readonly alike: number
  readonly aReceives: number
  readonly bReceives: number
  readonly eventsInCommon: number
  readonly peopleInCommon: number
  readonly context: number
  readonly novelty: number
  /** From 0, nothing in common, to 1. */
  readonly score: number
  /** How good a pair it is for the place of somebody unexpected, from 0, not at all, to 1. */
  readonly surprise: number
}

/** The facts of any two members, those included that the sweep over the room never compared. */
export function factsOf(room: Room, one: number, other: number): PairFacts | null {
  const [a, b] = one < other ? [one, other] : [other, one]
  const memberA = room.members[a]
  const memberB = room.members[b]
  if (memberA === undefined || memberB === undefined) return null
  const { settings, evenings, relations } = room
  const interests = sharedTerms(room.interests, a, b)
  const affiliations = sharedTerms(room.affiliations, a, b)
  const alike = likeness(room.interests, a, b)
  const aReceives = receives(room.answers, a, b)
  const bReceives = receives(room.answers, b, a)
  const eventsInCommon = countBits((evenings.bitsOf[a] ?? 0) & (evenings.bitsOf[b] ?? 0))
  const peopleInCommon = sharedTerms(room.acquaintances, a, b).length
  const context = contextOf(likeness(room.affiliations, a, b), eventsInCommon, peopleInCommon, settings)
  const apart = apartOf(countBits(memberA.fields), countBits(memberB.fields), countBits(memberA.fields & memberB.fields))
  const before = relations.before[a]
  const novelty = before?.novelty[before.others.indexOf(b)] ?? 1
  const welcome = isWelcome(memberA, memberB)
  const score = scorePair(alike, aReceives, bReceives, context, apart, novelty, welcome, settings)
  const rarest = rarestOf(room, interests)
  const surprise = aReceives + bReceives > 0 ? 0 : novelty * surpriseOf(alike, rarest, apart, context, settings)
  const common = { a, b, interests, affiliations, alike, aReceives, bReceives, eventsInCommon, peopleInCommon }
  return { ...common, context, novelty, score, surprise }
}

/** The rareness of the rarest of these interests, from 0, none, to 1. */
function rarestOf({ interests: { rarity, size } }: Room, terms: readonly number[]): number {
  let most = 0
  for (const term of terms) most = Math.max(most, rarity[term] ?? 0)
  return most === 0 ? 0 : most / (rareness(1, size) * Math.log(1 + size))
}
