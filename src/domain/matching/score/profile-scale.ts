/**
 * By what a person's rarities are multiplied so that a product of two people's vectors is how much they
 * have in common, from 0 to just under 1: a cosine, with one thing more in each profile that nobody
 * else in the room has. Nobody is only what a form asks for. Without it two people who each wrote no
 * more than the one thing that the whole room wrote would count as entirely alike; with it that tells
 * as little as it is rare, and a long profile is believed more than a short one (shrinkage towards 0).
 *
 * @param sumOfSquares of the rarities of what the person has, from 0
 * @param size how many are in the room, from 1
 */
export function profileScale(sumOfSquares: number, size: number): number {
  const ofNobodyElse = Math.log(1 + size)
  return 1 / Math.sqrt(sumOfSquares + ofNobodyElse * ofNobodyElse)
}

/**
 * How rare something is in this room, from just above 0 (all have it) to 1 (one has it): its inverse
 * document frequency as a share of the highest possible. A bound on it holds for rooms of every size.
 *
 * @param holders how many have it, from 1 to `size`
 * @param size how many are in the room, from 1
 */
export function rareness(holders: number, size: number): number {
  return Math.log(1 + size / holders) / Math.log(1 + size)
}
