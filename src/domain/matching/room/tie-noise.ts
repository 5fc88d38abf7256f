import { mix32 } from '../../hash'

/** Far below any difference that means something. */
export const MOST_NOISE = 2 ** -20

/**
 * Breaks ties by the two people's ids, differently for every pair, so that nobody is always last.
 *
 * @returns from 0, included, to {@link MOST_NOISE}, excluded
 */
export function tieNoise(members: readonly { readonly hash: number }[], a: number, b: number): number {
  return (mix32((members[a]?.hash ?? 0) ^ (members[b]?.hash ?? 0)) / 2 ** 32) * MOST_NOISE
}
