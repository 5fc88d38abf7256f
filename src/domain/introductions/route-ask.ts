import { matchTexts } from '../matching/text/match-texts'
import type { ReadText } from '../matching/text/read-text'

/** Somebody who may be asked: what they show of themself, read, and how much they are asked already. */
export interface AskCandidate {
  readonly id: string
  readonly offer: ReadText
  readonly headline: ReadText
  readonly interests: readonly { readonly label: string; readonly text: ReadText }[]
  /** Whether they came for the first time lately, or never yet. */
  readonly newcomer: boolean
  /** How many asks they were sent within a week, and how many of all wait for their answer. */
  readonly askedThisWeek: number
  readonly waiting: number
}

/** Why somebody is asked: which of their own words came near. */
export type AskReason =
  | { readonly code: 'youOffer' }
  | { readonly code: 'youChose'; readonly label: string }
  | { readonly code: 'yourLine' }

/** Somebody whom the ask goes to. */
export interface RoutedTo {
  readonly id: string
  /** The strongest first. */
  readonly reasons: readonly AskReason[]
}

/** An ask goes to so many, if so many fit; and to a few more only if they fit about as well. */
const USUAL = 3
const MOST = 5
const ABOUT_AS_WELL = 0.5
/** What an interest or a line of one's own says of being able to help, beside an offer of the same words. */
const WEIGHT = { offer: 1, headline: 0.9, interest: 0.8 } as const
/** Below this (calibrated, 0 to 1) nobody is bothered. */
const LEAST = 0.15
/** Newcomers are asked when it fits well. */
const LEAST_OF_NEWCOMER = 0.4
/** Nobody gets more within a week, or has more open, than this. */
const MOST_PER_WEEK = 3
const MOST_WAITING = 2
const MOST_PER_WEEK_OF_NEWCOMER = 1
/** How much less somebody counts for each ask of this week, so that the same few are not always asked. */
const SPREAD = 0.7
const MOST_REASONS = 2

function hasRoom({ newcomer, askedThisWeek, waiting }: AskCandidate): boolean {
  return askedThisWeek < (newcomer ? MOST_PER_WEEK_OF_NEWCOMER : MOST_PER_WEEK) && waiting < MOST_WAITING
}

/** What of theirs comes near, the nearest first. */
function nearTo(ask: ReadText, { offer, headline, interests }: AskCandidate) {
  const all: { readonly reason: AskReason; readonly fit: number }[] = [
    { reason: { code: 'youOffer' }, fit: WEIGHT.offer * matchTexts(ask, offer) },
    { reason: { code: 'yourLine' }, fit: WEIGHT.headline * matchTexts(ask, headline) },
    ...interests.map(({ label, text }) => ({
      reason: { code: 'youChose' as const, label },
      fit: WEIGHT.interest * matchTexts(ask, text),
    })),
  ]
  return all.filter(({ fit }) => fit >= LEAST).sort((a, b) => b.fit - a.fit)
}

/**
 * Whom an ask goes to: the three most likely to know by what they show of themselves, up to five where more
 * fit about as well, nobody where nobody fits. Who was asked much lately gives way or is left in peace.
 *
 * @param candidates in any order; the result does not depend on it
 */
export function routeAsk(ask: ReadText, candidates: readonly AskCandidate[]): readonly RoutedTo[] {
  const fitting = candidates
    .filter(hasRoom)
    .flatMap((candidate) => {
      const near = nearTo(ask, candidate)
      const best = near[0]?.fit ?? 0
      if (best < (candidate.newcomer ? LEAST_OF_NEWCOMER : LEAST)) return []
      const reasons = near.slice(0, MOST_REASONS).map(({ reason }) => reason)
      return [{ id: candidate.id, reasons, fit: best * SPREAD ** candidate.askedThisWeek }]
    })
    .sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1))
  const best = fitting[0]?.fit ?? 0
  return fitting
    .filter(({ fit }, at) => at < USUAL || (at < MOST && fit >= best * ABOUT_AS_WELL))
    .map(({ id, reasons }) => ({ id, reasons }))
}
