import type { MatchingSettings } from '../settings'
import { saturate } from './saturate'

/**
 * What two people belong to, from 0 to 1: affiliations (a {@link profileScale} cosine, 0 to 1), earlier
 * evenings both were at, and people both have met (counts). Each is a chance of its own to find
 * something to talk about, so they join as independent chances do: 1 minus the product of what is left.
 */
export function contextOf(
  affiliations: number,
  eventsInCommon: number,
  peopleInCommon: number,
  settings: MatchingSettings,
): number {
  const { halfSaturation, eveningsShare, eveningsHalf, acquaintancesShare } = settings
  const belonging = saturate(affiliations, halfSaturation)
  const evenings = (eveningsShare * eventsInCommon) / (eventsInCommon + eveningsHalf)
  const acquaintances = acquaintancesShare * weakTieCurve(peopleInCommon, settings)
  return 1 - (1 - belonging) * (1 - evenings) * (1 - acquaintances)
}

/**
 * An inverted U over the number of people both have met, from 0 to 1: nothing for none, 1 at
 * `acquaintancesPeak`, and down towards `acquaintancesMany` for many. Moderately weak ties, with few
 * mutual connections, help most (K. Rajkumar et al., 'A causal test of the strength of weak ties',
 * Science 377, 2022): nobody in common, and little leads from one to the other; many, and both move in
 * one circle and are likely to meet anyway. The study gives the shape; the peak, for the people that one
 * meets at such evenings instead of a professional network's hundreds, is a choice.
 */
export function weakTieCurve(peopleInCommon: number, settings: MatchingSettings): number {
  const { acquaintancesPeak: peak, acquaintancesMany: many } = settings
  if (peopleInCommon <= 0) return 0
  if (peopleInCommon <= peak) return arch(peopleInCommon / peak)
  return many + (1 - many) * arch(peak / peopleInCommon)
}

/** From 0 at 0 to 1 at 1, where it is level: both sides of the peak meet without a bend. */
function arch(part: number): number {
  return part * (2 - part)
}
