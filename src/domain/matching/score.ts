import { mix32 } from '../hash'
import type { Member } from './room'
import type { MatchingSettings } from './settings'
import { cosine } from './weights'

/** Two people, what they have for each other, and how good a suggestion each is for the other. */
export interface Edge {
  /** The one with the smaller id. */
  readonly a: Member
  readonly b: Member
  /** How alike their interests are, from 0 to 1. */
  readonly interests: number
  /** How well b's offer answers a's ask, from 0 to 1. */
  readonly aReceives: number
  /** How well a's offer answers b's ask, from 0 to 1. */
  readonly bReceives: number
  /** From 0, nothing in common, to 1. */
  readonly score: number
  /**
   * What edges are sorted by, the highest first: the score in steps of 2^-20, then a hash that breaks
   * ties differently for every pair, so that nobody is always last. An integer below 2^53.
   */
  readonly key: number
}

/**
 * Second stage. Objective: one number for a pair that is high only when the meeting is good for both.
 * Each side's gain is the weighted sum of shared interests, the other's offer for one's ask and one's
 * offer for the other's ask (giving is a gain too); the two gains are fused by their harmonic mean,
 * which the smaller dominates (Prabhakar et al., 'Reciprocal recommender systems', 2010). Small
 * bonuses: alike in one thing and unlike otherwise; a newcomer with a regular.
 *
 * @returns from 0 to 1
 */
export function scoreOf(
  a: Member,
  b: Member,
  interests: number,
  aReceives: number,
  bReceives: number,
  settings: MatchingSettings,
): number {
  const { interestWeight, receiveWeight, giveWeight, unlikenessBonus, newcomerBonus } = settings
  const shared = interestWeight * interests
  const gainOfA = shared + receiveWeight * aReceives + giveWeight * bReceives
  const gainOfB = shared + receiveWeight * bReceives + giveWeight * aReceives
  const both = gainOfA + gainOfB === 0 ? 0 : (2 * gainOfA * gainOfB) / (gainOfA + gainOfB)
  const isWelcome = (a.isNew && b.isRegular) || (a.isRegular && b.isNew)
  const bonus = unlikenessBonus * (1 - interests) + (isWelcome ? newcomerBonus : 0)
  return Math.max(0, Math.min(1, (both * (1 + bonus)) / (1 + unlikenessBonus + newcomerBonus)))
}

/** The {@link Edge.key} of a pair with this score. */
export function keyOf(a: Member, b: Member, score: number): number {
  return Math.round(score * 2 ** 20) * 2 ** 32 + mix32(a.hash ^ b.hash)
}

/** An ask and an offer that are hardly alike are not alike. */
export function cutText(match: number, settings: MatchingSettings): number {
  return match >= settings.leastTextMatch ? match : 0
}

/** The edge between any two people, also those who were no candidates for each other. */
export function edgeBetween(one: Member, other: Member, settings: MatchingSettings): Edge {
  const [a, b] = one.at < other.at ? [one, other] : [other, one]
  const interests = cosine(a.interests, b.interests)
  const aReceives = cutText(cosine(a.ask, b.offer), settings)
  const bReceives = cutText(cosine(b.ask, a.offer), settings)
  const score = scoreOf(a, b, interests, aReceives, bReceives, settings)
  return { a, b, interests, aReceives, bReceives, score, key: keyOf(a, b, score) }
}

/** Best first; never equal for different pairs. */
export function compareEdges(one: Edge, other: Edge): number {
  return other.key - one.key || one.a.at - other.a.at || one.b.at - other.b.at
}
