import type { MatchingSettings } from '../settings'
import { saturate } from './saturate'

/**
 * How good a pair is for the place of a list that belongs to somebody unexpected, from 0 to 1: 0 when
 * it is not unexpected at all. Serendipity is what is both unlikely to be found and worth finding
 * (P. Adamopoulos and A. Tuzhilin, 'On unexpectedness in recommender systems', 2014), so it is the
 * product of the two:
 * - the ground, which makes it explainable: one rare thing that both chose (`unexpectedRareness` or
 *   more) although their fields differ (`unexpectedUnlike` or more), or, between people of other fields (`unexpectedApart` or more), anything that both share;
 * - how unlike they are otherwise: by their interests as a whole, which must not exceed
 *   `unexpectedMost`, and by their fields.
 *
 * @param interests how alike their interests are, from 0 to 1
 * @param rarest the `rareness` of the rarest interest both chose, from 0, none, to 1
 * @param apart how far apart their fields are, from 0 to 1
 * @param context what both belong to, from 0 to 1
 */
export function surpriseOf(
  interests: number,
  rarest: number,
  apart: number,
  context: number,
  settings: MatchingSettings,
): number {
  const { unexpectedRareness, unexpectedUnlike, unexpectedApart, unexpectedMost, halfSaturation } = settings
  if (interests > unexpectedMost) return 0
  const byRareness = rarest >= unexpectedRareness && apart >= unexpectedUnlike ? rarest : 0
  const byField = apart >= unexpectedApart ? Math.max(saturate(interests, halfSaturation), context) : 0
  const unlike = (1 - interests) * ((1 + apart) / 2)
  return Math.max(byRareness, byField) * unlike
}

/** Whether a pair may stand in the place for somebody unexpected: explainable, and otherwise unlike. */
export function isUnexpected(
  interests: number,
  rarest: number,
  apart: number,
  context: number,
  settings: MatchingSettings,
): boolean {
  return surpriseOf(interests, rarest, apart, context, settings) > 0
}
