/**
 * How much of the best possible ranking's gain the first `cut` places have, from 0 to 1: normalised
 * discounted cumulative gain (K. Järvelin and J. Kekäläinen, 2002) where a place is right or wrong.
 *
 * @param rights whether each place of the ranking is right, the best first
 * @param rightCount how many right ones there are in all, from 1
 */
export function ndcgAt(cut: number, rights: readonly boolean[], rightCount: number): number {
  let gain = 0
  let best = 0
  for (let place = 0; place < cut; place += 1) {
    const discounted = 1 / Math.log2(place + 2)
    if (rights[place] === true) gain += discounted
    if (place < rightCount) best += discounted
  }
  return gain / best
}
