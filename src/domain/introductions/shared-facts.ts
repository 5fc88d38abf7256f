import { matchTexts } from '../matching/text/match-texts'
import type { ReadText } from '../matching/text/read-text'

/** What somebody shows of themself at events, as far as reasons are made of it. */
export interface ShownPerson {
  readonly ask: string
  readonly offer: string
  /** The two read, see readText. */
  readonly readAsk: ReadText
  readonly readOffer: ReadText
  readonly interests: readonly { readonly slug: string; readonly label: string }[]
}

/** One's offer that answers the other's ask. */
export interface Help {
  readonly ask: string
  readonly offer: string
}

/** True things about two people, each as they wrote it. */
export interface SharedFacts {
  /** Labels of what both chose, as the first has them. */
  readonly interests: readonly string[]
  /** What the second offers for the first's ask. */
  readonly forOne: Help | null
  /** What the first offers for the second's ask. */
  readonly forOther: Help | null
}

const MOST_LABELS = 3
/** From this match on (calibrated, 0 to 1) a reason may say that an offer is for an ask. */
const LEAST_MATCH = 0.5

function help(asker: ShownPerson, helper: ShownPerson): Help | null {
  if (asker.ask === '' || helper.offer === '') return null
  return matchTexts(asker.readAsk, helper.readOffer) >= LEAST_MATCH ? { ask: asker.ask, offer: helper.offer } : null
}

/** What two people have in common or can do for each other, by what both show. */
export function sharedFacts(one: ShownPerson, other: ShownPerson): SharedFacts {
  const theirs = new Set(other.interests.map(({ slug }) => slug))
  return {
    interests: one.interests.filter(({ slug }) => theirs.has(slug)).map(({ label }) => label).slice(0, MOST_LABELS),
    forOne: help(one, other),
    forOther: help(other, one),
  }
}

/** How much speaks for bringing the two together; 0 for nothing. For an order, never for anybody's eyes. */
export function factsWeight({ interests, forOne, forOther }: SharedFacts): number {
  return interests.length + (forOne ? 2 : 0) + (forOther ? 2 : 0)
}
