import type { Random } from '../random'

/**
 * Draws items, each with a chance in proportion to its weight, in O(log n).
 * @param weightOf 0 or more, for the item at a place from 0.
 * @throws RangeError when all weights together are 0: nothing could be drawn.
 */
export function drawer<T>(items: readonly T[], weightOf: (item: T, place: number) => number): (random: Random) => T {
  const sums = new Float64Array(items.length)
  let total = 0
  items.forEach((item, place) => {
    total += weightOf(item, place)
    sums[place] = total
  })
  if (!(total > 0)) throw new RangeError('Nothing can be drawn where every weight is 0.')
  return (random) => {
    const target = random.next() * total
    let low = 0
    let high = items.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sums[middle] ?? 0) > target) high = middle
      else low = middle + 1
    }
    // A place of the list, whose items may be undefined themselves.
    return items[low] as T
  }
}

/** Weights of a long tail: the item at place n, from 0, has (n + 1) to the power of minus `exponent`. */
export function longTail(exponent: number): (item: unknown, place: number) => number {
  return (_item, place) => (place + 1) ** -exponent
}

/** Up to `count` different items; fewer when so many do not turn up in a few draws each. */
export function drawDistinct<T>(count: number, draw: () => T): T[] {
  const found = new Set<T>()
  for (let tries = count * 6; tries > 0 && found.size < count; tries--) found.add(draw())
  return [...found]
}
