/** Numbers in pairs, one pair after the other: the partner of the number at `i` stands at `i ^ 1`. */
export interface Pairs {
  readonly numbers: Int32Array
  /** How many numbers there are, two a pair. */
  count: number
}

/** @param most how many pairs there is room for */
export function emptyPairs(most: number): Pairs {
  return { numbers: new Int32Array(2 * most), count: 0 }
}

export function addPair(pairs: Pairs, one: number, other: number): void {
  pairs.numbers[pairs.count] = one
  pairs.numbers[pairs.count + 1] = other
  pairs.count += 2
}

/** Where each number stands among the pairs: `entries` from `starts[number]` up to `starts[number + 1]`. */
export interface Stretches {
  readonly starts: Int32Array
  readonly entries: Int32Array
}

/**
 * A counting sort of pairs by their numbers, both ways.
 * @param size above every number
 */
export function stretchesOf({ numbers, count }: Pairs, size: number): Stretches {
  const starts = new Int32Array(size + 2)
  for (let i = 0; i < count; i += 1) raise(starts, (numbers[i] ?? 0) + 2, 1)
  for (let at = 1; at < starts.length; at += 1) raise(starts, at, starts[at - 1] ?? 0)
  const entries = new Int32Array(count)
  for (let i = 0; i < count; i += 1) entries[raise(starts, (numbers[i] ?? 0) + 1, 1)] = i
  return { starts, entries }
}

/** @returns what it was before */
function raise(numbers: Int32Array, at: number, by: number): number {
  const before = numbers[at] ?? 0
  numbers[at] = before + by
  return before
}
