import type { MatchingSettings } from '../settings'

/**
 * How new a pair is that was shown before and has not met, from 0 to 1: at the last event it lost
 * `staleLoss`, and that loss halves every `staleHalfLife` events, so that a second chance comes by itself.
 *
 * @param eventsAgo from 1, the last event; Infinity for never, which is 1
 */
export function noveltyOf(eventsAgo: number, settings: MatchingSettings): number {
  return 1 - settings.staleLoss * 2 ** (-Math.max(0, eventsAgo - 1) / settings.staleHalfLife)
}
