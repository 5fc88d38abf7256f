import type { MatchingSettings } from '../settings'
import { saturate } from './saturate'

/** What a pair is scored by: the arguments of {@link scorePair}, for the ordered pair (a, b). */
export interface PairFeatures {
  /** How alike their interests are by rarity, from 0 to 1. */
  readonly interests: number
  /** How well b's offer answers a's ask, calibrated, from 0 to 1; and a's offer b's ask. */
  readonly aReceives: number
  readonly bReceives: number
  /** What both belong to, from 0 to 1: see `contextOf`. */
  readonly context: number
  /** How far apart their fields are, from 0 to 1: see `apartOf`. */
  readonly apart: number
  /** From 1, never shown to each other, to 0: see `noveltyOf`. */
  readonly novelty: number
  /** One is at a first visit, the other a regular. */
  readonly isWelcome: boolean
}

/**
 * Objective: one number for a pair that is high only when the meeting is good for both. Each side's
 * gain is a weighted sum of what both like, of the other's offer for one's ask, of one's offer for the
 * other's ask (giving is a gain too) and of what both belong to. The two gains are fused by their
 * harmonic mean (L. Pizzato et al., 'RECON: a reciprocal recommender for online dating', 2010), which
 * the smaller one rules; decision 012 says why not by the product. Some common ground counts a little
 * more between different fields, a newcomer with a regular likewise, and less what was shown lately.
 *
 * Swapping the sides changes nothing; no feature that grows lowers it (`apart` only under a negative
 * `unlikenessBonus`). Called for millions of pairs: numbers only, nothing is allocated.
 *
 * @returns from 0, nothing in common, to 1
 */
export function scorePair(
  interests: number,
  aReceives: number,
  bReceives: number,
  context: number,
  apart: number,
  novelty: number,
  isWelcome: boolean,
  settings: MatchingSettings,
): number {
  const { receiveWeight, giveWeight, unlikenessBonus, newcomerBonus } = settings
  const shared = settings.interestWeight * saturate(interests, settings.halfSaturation) + settings.contextWeight * context
  const gainOfA = shared + receiveWeight * aReceives + giveWeight * bReceives
  const gainOfB = shared + receiveWeight * bReceives + giveWeight * aReceives
  const sum = gainOfA + gainOfB
  if (sum === 0) return 0
  const both = (2 * gainOfA * gainOfB) / sum
  const bonus = (1 + unlikenessBonus * apart) * (isWelcome ? 1 + newcomerBonus : 1)
  const most = (unlikenessBonus > 0 ? 1 + unlikenessBonus : 1) * (1 + newcomerBonus)
  return Math.min(1, (novelty * both * bonus) / most)
}
