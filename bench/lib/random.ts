/** Chance that a seed decides, so that a run can be repeated. */
export interface Random {
  /** From 0, included, to 1, excluded. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  /** One of the items. @throws RangeError for an empty list. */
  pick<T>(items: readonly T[]): T
  /** The same items in another order. */
  shuffle<T>(items: readonly T[]): T[]
}

/** Mulberry32, a generator of 32 bits by Tommy Ettinger: small, and even enough for drawing interests. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    pick<T>(items: readonly T[]) {
      const index = between(0, items.length - 1)
      if (items.length === 0) throw new RangeError('Nothing can be picked from an empty list.')
      // The index is one of the list, whose items may be undefined themselves.
      return items[index] as T
    },
    shuffle<T>(items: readonly T[]) {
      const result = [...items]
      for (let last = result.length - 1; last > 0; last--) {
        const other = between(0, last)
        // Both are places of the list.
        ;[result[last], result[other]] = [result[other] as T, result[last] as T]
      }
      return result
    },
  }
}

/**
 * Draws items by Zipf's law: the one at place n (from 1) with a weight of 1/n, so that a few are
 * common and most are rare.
 */
export function zipf<T>(items: readonly T[], random: Random): () => T {
  const sums: number[] = []
  let total = 0
  for (let place = 1; place <= items.length; place++) sums.push((total += 1 / place))
  return () => {
    const target = random.next() * total
    const index = sums.findIndex((sum) => sum > target)
    // Rounding may leave the very last sum at the target itself.
    return items.at(index) as T
  }
}
