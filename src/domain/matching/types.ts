import type { MatchingSettings } from './settings'

/** Somebody who is present and wants to be seen. */
export interface Person {
  /** Unique among the people of one input; contains no '|'. */
  readonly id: string
  readonly interests: readonly { readonly slug: string; readonly label: string }[]
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

export interface MatchingInput {
  readonly people: readonly Person[]
  /** {@link pairKey}s of those who are never shown to each other: met, blocked, declined. */
  readonly excluded: ReadonlySet<string>
  /** What people have been shown already: it stays while both are present and not excluded. */
  readonly kept: readonly Pair[]
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
  /** Nothing else is known. */
  | { readonly code: 'notMetYet' }

/** What to open with. The catalogue's namespace `questions` has the sentences; variants count from 0. */
export type Question =
  | { readonly code: 'askAboutStarter'; readonly starter: string }
  | { readonly code: 'askAboutAsk'; readonly ask: string }
  | { readonly code: 'askAboutOffer'; readonly offer: string }
  | { readonly code: 'askAboutInterest'; readonly label: string; readonly variant: number }
  | { readonly code: 'open'; readonly variant: number }

/** `userId` is shown `otherId`. */
export interface Suggestion {
  readonly userId: string
  readonly otherId: string
  /** Place in the reader's list, from 1; what was kept stands before what is new. */
  readonly rank: number
  readonly kind: SuggestionKind
  /** From 0, nothing known, to 1; the same for both sides. */
  readonly score: number
  /** One to three, the strongest first. */
  readonly reasons: readonly Reason[]
  readonly question: Question
}
