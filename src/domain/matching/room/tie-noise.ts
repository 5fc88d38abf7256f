import { mix32 } from '../../hash'

/** Far below any difference that means something. */
export const MOST_NOISE = 2 ** -20

/**
 * Breaks ties by the two people's ids, differently for every pair, so that nobody is always last.
 *
 * @returns from 0, included, to {@link MOST_NOISE}, excluded
 */
export function tieNoise(members: readonly { readonly hash: number }[], a: number, b: number): number {
  return noiseOfHashes(members[a]?.hash ?? 0, members[b]?.hash ?? 0)
}

/** The same by the hashes of the two ids. */
export function noiseOfHashes(a: number, b: number): number {
  return (mix32(a ^ b) / 2 ** 32) * MOST_NOISE
}
