/** The best few of many that pass by: the best first, in columns that serve for one search after another. */
export interface BestFew {
  readonly places: Int32Array
  readonly values: Float64Array
  /** Which of two of the same value comes first: the higher. */
  readonly ties: Float64Array
  /** How many there are, at most as many as the columns have room for. */
  count: number
}

export function bestFew(most: number): BestFew {
  return { places: new Int32Array(most), values: new Float64Array(most), ties: new Float64Array(most), count: 0 }
}

/** Puts one more in its place, if it is among the best; by insertion, for they are few. */
export function putAmongBest(best: BestFew, place: number, value: number, tie: number): void {
  const { places, values, ties, count } = best
  let at = count
  while (at > 0 && isBefore(value, tie, values[at - 1] ?? 0, ties[at - 1] ?? 0)) at -= 1
  if (at === places.length) return
  const last = Math.min(count, places.length - 1)
  for (let to = last; to > at; to -= 1) {
    places[to] = places[to - 1] ?? 0
    values[to] = values[to - 1] ?? 0
    ties[to] = ties[to - 1] ?? 0
  }
  places[at] = place
  values[at] = value
  ties[at] = tie
  best.count = last + 1
}

/** What one more must exceed to be among the best: below everything while there is room. */
export function leastOf({ values, count }: BestFew): number {
  return count < values.length ? -Infinity : (values[count - 1] ?? 0)
}

function isBefore(value: number, tie: number, otherValue: number, otherTie: number): boolean {
  return value > otherValue || (value === otherValue && tie > otherTie)
}
