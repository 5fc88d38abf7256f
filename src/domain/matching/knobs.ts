import { defaultSettings, type MatchingSettings } from './settings'

/** What an organizer may turn, in words that need no explanation. */
export interface MatchingKnobs {
  /** From -1, 'more unlike', over 0, as the settings are, to 1, 'more alike'. */
  readonly alike: number
  /** Whether newcomers come first. */
  readonly newcomersFirst: boolean
}

/** By what the whole way of the knob multiplies or divides `halfSaturation`. */
const SATURATION_FACTOR = 4
/** By what the whole way of the knob moves `unlikenessBonus`. */
const UNLIKENESS_STEP = 0.25
/** From here on the knob also moves the places for the unexpected. */
const PLACES_FROM = 0.5
const NEWCOMERS_FIRST_BONUS = 0.25

/**
 * The settings with an organizer's knobs turned. Towards 'alike' every further thing in common counts
 * as much as the first, other fields count less, and no place is kept for the unexpected; towards
 * 'unlike' the other way round. 'Newcomers first' lets pairs of a newcomer and a regular count more,
 * and gives each regular one newcomer more.
 *
 * @param alike outside -1 to 1 it counts as the nearer end, and what is no number as 0
 */
export function settingsFrom(
  { alike, newcomersFirst }: MatchingKnobs,
  base: MatchingSettings = defaultSettings,
): MatchingSettings {
  const turn = Number.isNaN(alike) ? 0 : Math.max(-1, Math.min(1, alike))
  return {
    ...base,
    halfSaturation: base.halfSaturation * SATURATION_FACTOR ** turn,
    unlikenessBonus: base.unlikenessBonus - UNLIKENESS_STEP * turn,
    unexpectedPlaces: unexpectedPlaces(turn, base),
    ...(newcomersFirst && {
      newcomerBonus: Math.max(base.newcomerBonus, NEWCOMERS_FIRST_BONUS),
      newcomersPerRegular: Math.min(base.newcomersPerRegular + 1, base.listLength),
    }),
  }
}

function unexpectedPlaces(turn: number, { unexpectedPlaces: places, listLength }: MatchingSettings): number {
  if (turn >= PLACES_FROM) return 0
  return turn <= -PLACES_FROM ? Math.min(places + 1, listLength) : places
}
