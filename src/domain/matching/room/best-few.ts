/** The few with the highest values of many that pass by, in no order; serves for one search after another. */
export interface BestFew {
  readonly places: Int32Array
  readonly values: Float64Array
  /** How many there are, at most as many as the columns have room for. */
  count: number
  /** Which of them has the lowest value, and the value that one more must exceed: below 0 while there is room. */
  weakest: number
  least: number
}

export function bestFew(most: number): BestFew {
  return { places: new Int32Array(most), values: new Float64Array(most), count: 0, weakest: 0, least: -1 }
}

/** Keeps one more, whose value is above `least`, in the place of the weakest. */
export function keep(best: BestFew, place: number, value: number): void {
  const { places, values, count } = best
  const at = count < places.length ? count : best.weakest
  places[at] = place
  values[at] = value
  if (count < places.length) best.count = count + 1
  if (best.count === places.length) findWeakest(best)
}

/** Forgets them all. */
export function empty(best: BestFew): void {
  best.count = 0
  best.least = -1
}

function findWeakest(best: BestFew): void {
  const { values, count } = best
  let weakest = 0
  let least = values[0] ?? 0
  for (let at = 1; at < count; at += 1) {
    const value = values[at] ?? 0
    if (value >= least) continue
    weakest = at
    least = value
  }
  best.weakest = weakest
  best.least = least
}
