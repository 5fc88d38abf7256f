import { saturate } from './score/saturate'
import type { MatchingSettings } from './settings'
import type { Affiliation, ChosenInterest, Reason } from './types'

/** Something both wrote, and its `rareness` in the room, from just above 0 (all have it) to 1. */
export interface SharedLabel {
  /** As the reader has it. */
  readonly label: string
  readonly rareness: number
}

/** An ask and the offer of somebody else that may answer it. */
export interface TextFacts {
  readonly ask: string
  readonly offer: string
  /** Calibrated, from 0, no match, to 1. */
  readonly match: number
  /** Words that stand in both, up to inflection, the most telling first; empty when only their meaning is close. */
  readonly words: readonly string[]
}

/** Everything about a pair that a reason may be made of, seen from the reader's side. */
export interface ReasonFacts {
  readonly interests: readonly SharedLabel[]
  /** How alike their interests are, as it was scored: 0 to 1. */
  readonly alike: number
  /** The other's offer for the reader's ask. */
  readonly receives: TextFacts
  /** The reader's offer for the other's ask. */
  readonly gives: TextFacts
  readonly affiliations: readonly (SharedLabel & Pick<Affiliation, 'kind'>)[]
  /** At how many earlier evenings both were. */
  readonly evenings: number
  /** Visit numbers: 1 is the first. */
  readonly readerVisit: number
  readonly otherVisit: number
  /** See {@link anotherFieldOf}. */
  readonly anotherField: string | null
}

const MOST_REASONS = 3
const MOST_LABELS = 3
const MOST_WORDS = 3
/** A guess stands behind a fact that weighs half as much. */
const GUESS_SHARE = 0.5
/** What about half of a room or more belongs to ('you both live here') is no reason to talk. */
const LEAST_RARENESS = 0.25

interface Weighed {
  readonly reason: Reason
  readonly strength: number
}

/**
 * Objective: say why, in words that both can check. A reason names only what stands in both profiles,
 * or what the room knows of both; what is close by meaning alone is said as a guess. The strongest by
 * its share in the score comes first, then another field where little else is known, then visits, and
 * 'not met yet' only when there is nothing else. People both have met are no reason: even their number
 * would tell whom somebody has met.
 *
 * @returns one to three reasons, for the reader's side
 */
export function reasonsOf(facts: ReasonFacts, settings: MatchingSettings): Reason[] {
  const reasons = [
    ...interestReason(facts, settings),
    ...textReasons(facts, settings),
    ...contextReasons(facts, settings),
  ]
    .sort((one, other) => other.strength - one.strength)
    .map(({ reason }) => reason)
  if (reasons.length < 2 && facts.anotherField !== null) reasons.push({ code: 'anotherField', label: facts.anotherField })
  const visits = visitReason(facts, settings)
  if (visits !== null) reasons.push(visits)
  return reasons.length === 0 ? [{ code: 'notMetYet' }] : reasons.slice(0, MOST_REASONS)
}

function interestReason({ interests, alike }: ReasonFacts, settings: MatchingSettings): Weighed[] {
  const labels = rarestFirst(interests)
    .slice(0, MOST_LABELS)
    .map(({ label }) => label)
  const [label] = labels
  if (label === undefined) return []
  const reason: Reason = labels.length === 1 ? { code: 'sharedInterest', label } : { code: 'sharedInterests', labels }
  return [{ reason, strength: settings.interestWeight * saturate(alike, settings.halfSaturation) }]
}

function textReasons({ receives, gives }: ReasonFacts, settings: MatchingSettings): Weighed[] {
  return [
    ...textReason(receives, settings.receiveWeight, 'theirOfferMatchesYourAsk', 'theirOfferMightMatchYourAsk'),
    ...textReason(gives, settings.giveWeight, 'yourOfferMatchesTheirAsk', 'yourOfferMightMatchTheirAsk'),
  ]
}

function textReason(
  { ask, offer, match, words }: TextFacts,
  weight: number,
  fact: 'theirOfferMatchesYourAsk' | 'yourOfferMatchesTheirAsk',
  guess: 'theirOfferMightMatchYourAsk' | 'yourOfferMightMatchTheirAsk',
): Weighed[] {
  if (!(match > 0)) return []
  return words.length > 0
    ? [{ reason: { code: fact, ask, offer, words: words.slice(0, MOST_WORDS) }, strength: weight * match }]
    : [{ reason: { code: guess, ask, offer }, strength: GUESS_SHARE * weight * match }]
}

const CODE_OF = { ORGANIZATION: 'sameOrganization', CITY: 'sameCity', STUDIES: 'sameStudies' } as const

/** The rarest thing both belong to, and the evenings both were at. */
function contextReasons({ affiliations, evenings }: ReasonFacts, settings: MatchingSettings): Weighed[] {
  const { contextWeight, eveningsShare, eveningsHalf } = settings
  const weighed = rarestFirst(affiliations.filter(({ rareness }) => rareness >= LEAST_RARENESS))
    .slice(0, 1)
    .map(({ kind, label, rareness }): Weighed => ({ reason: { code: CODE_OF[kind], label }, strength: contextWeight * rareness }))
  if (evenings > 0) {
    const strength = (contextWeight * eveningsShare * evenings) / (evenings + eveningsHalf)
    weighed.push({ reason: { code: 'sameEvenings', count: evenings }, strength })
  }
  return weighed
}

function visitReason({ readerVisit, otherVisit }: ReasonFacts, { regularFrom }: MatchingSettings): Reason | null {
  if (readerVisit <= 1 && otherVisit <= 1) return { code: 'bothNew' }
  if (otherVisit <= 1) return { code: 'theyAreNew' }
  if (readerVisit <= 1 && otherVisit >= regularFrom) return { code: 'theyAreRegular', visits: otherVisit }
  return null
}

/** The order of the labels decides among equals, so that the order of the input does not. */
function rarestFirst<T extends SharedLabel>(labels: readonly T[]): T[] {
  return [...labels].sort((a, b) => b.rareness - a.rareness || (a.label < b.label ? -1 : 1))
}

/**
 * The rarest interest of the other's from a field of which the reader has chosen nothing; null when
 * there is none, or the reader has chosen nothing that has a field: what is not known is no difference.
 *
 * @param rarenessOf of an interest's slug, in the room
 */
export function anotherFieldOf(
  readers: readonly ChosenInterest[],
  others: readonly ChosenInterest[],
  rarenessOf: (slug: string) => number,
): string | null {
  const known = new Set(readers.flatMap(({ field }) => field || []))
  if (known.size === 0) return null
  const elsewhere = others.filter(({ field }) => field !== '' && !known.has(field))
  return rarestFirst(elsewhere.map(({ slug, label }) => ({ label, rareness: rarenessOf(slug) })))[0]?.label ?? null
}
