import type { InterestField } from '../interests/catalogue/entry'
import type { MatchingSettings } from './settings'
import type { ReadText } from './text/read-text'

/** An interest as its owner has it: a canonical tag. `field` is the catalogue's, empty for what was typed. */
export interface ChosenInterest {
  readonly slug: string
  readonly label: string
  readonly field: string
}

/** Something a person says they belong to. Never a demographic trait. */
export interface Affiliation {
  readonly kind: 'ORGANIZATION' | 'CITY' | 'STUDIES'
  /** Two people who mean the same have the same slug. */
  readonly slug: string
  readonly label: string
}

/** Somebody who is present and wants to be seen. */
export interface Person {
  /** Unique among the people of one input; contains no '|'. */
  readonly id: string
  readonly interests: readonly ChosenInterest[]
  readonly affiliations: readonly Affiliation[]
  /** Ids of earlier events this person attended. */
  readonly attended: readonly string[]
  /** Ids of everybody this person has met, here or not: never suggested again. */
  readonly met: readonly string[]
  /** Free text: 'I'm looking for ...'; empty when nothing was written. */
  readonly ask: string
  /** Free text: 'I can help with ...'; empty when nothing was written. */
  readonly offer: string
  /** A conversation starter; empty when nothing was written. */
  readonly starter: string
  /** How many of this community's events this person has attended, this one included: 1 is the first. */
  readonly visitNumber: number
}

/** MUTUAL: both are shown to each other. ONE_WAY: only the one is shown the other. */
export type SuggestionKind = 'MUTUAL' | 'ONE_WAY'

/** A suggestion that was given before: `a` is shown `b`, and when MUTUAL (the default) `b` is shown `a`. */
export interface Pair {
  readonly a: string
  readonly b: string
  readonly kind?: SuggestionKind
}

/** Two people of whom one was shown the other at an earlier event, and who have not met. */
export interface ShownBefore {
  readonly a: string
  readonly b: string
  /** How many events ago, from 1. */
  readonly eventsAgo: number
}

export interface PutAside {
  readonly reader: string
  readonly other: string
}

export interface MatchingInput {
  readonly people: readonly Person[]
  /** {@link pairKey}s of those who are never shown to each other: blocked. */
  readonly excluded: ReadonlySet<string>
  /** What people have read, opened or pinned: it stays while both are present and not excluded. */
  readonly kept: readonly Pair[]
  /** What stands and nobody has read: it counts a little more than what is new. */
  readonly incumbents?: readonly Pair[]
  readonly shownBefore?: readonly ShownBefore[]
  /**
   * 'Not tonight': the reader is not shown the other. The other may be shown the reader, as if nothing had
   * been said: their list must not tell.
   */
  readonly putAside?: readonly PutAside[]
  /** Between two solves: all that stands stays, and only those with free places are seated. */
  readonly onlySeat?: boolean
  /** How free text is read, with a table of word vectors or a memory; by words alone unless given. */
  readonly read?: (text: string) => ReadText
  readonly settings?: Partial<MatchingSettings>
}

/**
 * Why the reader should meet the other: true of both profiles, and phrased for the reader's side
 * ('your' is the reader's). The text catalogue's namespace `reasons` has a sentence for each code.
 */
export type Reason =
  | { readonly code: 'sharedInterest'; readonly label: string }
  | { readonly code: 'sharedInterests'; readonly labels: readonly string[] }
  /** `words` stand in both texts, up to inflection; as the reader wrote them. */
  | { readonly code: 'theirOfferMatchesYourAsk'; readonly ask: string; readonly offer: string; readonly words: readonly string[] }
  | { readonly code: 'yourOfferMatchesTheirAsk'; readonly ask: string; readonly offer: string; readonly words: readonly string[] }
  /** Their first visit, and not the reader's. */
  | { readonly code: 'theyAreNew' }
  /** The reader's first visit; they have come `visits` times, this one included. */
  | { readonly code: 'theyAreRegular'; readonly visits: number }
  | { readonly code: 'bothNew' }
  /** Close in meaning, but no word in common: said as a guess. */
  | { readonly code: 'theirOfferMightMatchYourAsk'; readonly ask: string; readonly offer: string }
  | { readonly code: 'yourOfferMightMatchTheirAsk'; readonly ask: string; readonly offer: string }
  | { readonly code: 'sameOrganization'; readonly label: string }
  | { readonly code: 'sameCity'; readonly label: string }
  | { readonly code: 'sameStudies'; readonly label: string }
  /** Both were at so many of the same evenings and have not met. */
  | { readonly code: 'sameEvenings'; readonly count: number }
  /** The other's interest is from a field of which the reader has chosen nothing. */
  | { readonly code: 'anotherField'; readonly label: string }
  /** Nothing else is known. */
  | { readonly code: 'notMetYet' }

/** What to open with. The catalogue's namespace `questions` has the sentences; variants count from 0. */
export type Question =
  | { readonly code: 'askAboutStarter'; readonly starter: string; readonly variant: number }
  | { readonly code: 'askAboutAsk'; readonly ask: string; readonly variant: number }
  | { readonly code: 'askAboutOffer'; readonly offer: string; readonly variant: number }
  /** In the words of that field of interest; of any where it is empty. */
  | { readonly code: 'askAboutInterest'; readonly label: string; readonly field: InterestField | ''; readonly variant: number }
  | { readonly code: 'open'; readonly variant: number }

/**
 * What a suggestion was built on, as it stood then: kept with what came of it, so that weights can be
 * learned later. Similarities run from 0 to 1; `receives` is the reader's ask against the other's offer.
 */
export interface SuggestionFeatures {
  readonly interests: number
  readonly receives: number
  readonly gives: number
  /** 0 to 1: affiliations, evenings in common and people both have met, together. */
  readonly context: number
  /** Which of them: see {@link Affiliation}, events, met people, each as a plain count. */
  readonly affiliationsInCommon: number
  readonly eventsInCommon: number
  readonly peopleInCommon: number
  /** 1 for never shown before, down to 0. */
  readonly novelty: number
  readonly readerVisit: number
  readonly otherVisit: number
}

/** AFFINITY: much in common. UNEXPECTED: one thing in common, otherwise unlike. FILL: whoever is left. */
export type SuggestionPlace = 'AFFINITY' | 'UNEXPECTED' | 'FILL'

/** `userId` is shown `otherId`. */
export interface Suggestion {
  readonly userId: string
  readonly otherId: string
  /** Place in the reader's list, from 1; what was kept stands before what is new. */
  readonly rank: number
  readonly kind: SuggestionKind
  /** From 0, nothing known, to 1; the same for both sides. */
  readonly score: number
  readonly place: SuggestionPlace
  readonly features: SuggestionFeatures
  /** One to three, the strongest first. */
  readonly reasons: readonly Reason[]
  readonly question: Question
}
