import { defaultSettings } from '../../../src/domain/matching/settings'
import { suggest } from '../../../src/domain/matching/suggest'
import type { MatchingInput } from '../../../src/domain/matching/types'
import { sharedTagTopK } from '../matching/baselines'
import type { Shown } from '../matching/measures'

/** The ways of suggesting that are compared. */
export const WAYS = ['engine', 'naive', 'none'] as const
export type Way = (typeof WAYS)[number]

// The stronger of the naive ways: it leaves out those of whom the application knows that they have met.
const sharedTags = sharedTagTopK(true)

/** Whom everybody is shown, in each way. */
export const suggestBy: Readonly<Record<Way, (input: MatchingInput) => readonly Shown[]>> = {
  engine: (input) => suggest(input),
  naive: (input) => sharedTags(input, defaultSettings.listLength),
  none: () => [],
}
