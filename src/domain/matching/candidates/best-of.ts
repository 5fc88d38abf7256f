/** Scores are kept in steps of 2^-32, below them the other's place: one number holds both, and sorts by both. */
const STEPS = 2 ** 32
const PLACES = 2 ** 20

/**
 * The best few others of everybody, found while pairs pass by in any order. What is good enough is
 * appended to the person's own stretch of one column; when that is full, it is cut to the best half by
 * selection (C. A. R. Hoare, 'Algorithm 65: Find', 1961). A heap would do it with less room, but walks
 * through memory for every pair.
 */
export interface BestOf {
  readonly most: number
  readonly counts: Int32Array
  /** By person, from `person * 2 * most` on: {@link scoreOfKey} and {@link placeOfKey}. */
  readonly keys: Float64Array
  /** By person: what a score must reach to be among the best found so far; below 0 while there is room. */
  readonly least: Float64Array
}

/** @param size how many people, at most 2^20 */
export function bestOf(size: number, most: number): BestOf {
  return {
    most,
    counts: new Int32Array(size),
    keys: new Float64Array(size * 2 * most),
    least: new Float64Array(size).fill(-1),
  }
}

/**
 * Notes that the other is worth so much to the person; the same two must not be noted twice.
 * @param score from 0 to 1
 */
export function note(best: BestOf, person: number, other: number, score: number): void {
  const { most, counts, keys } = best
  const count = counts[person] ?? 0
  keys[person * 2 * most + count] = Math.floor(score * STEPS) * PLACES + other
  counts[person] = count + 1
  if (count + 1 === 2 * most) cut(best, person)
}

/** Forgets what was noted for a person. */
export function forget({ counts, least }: BestOf, person: number): void {
  counts[person] = 0
  least[person] = -1
}

/** A person's best others as keys, in no order; at most `most`. */
export function keysOf(best: BestOf, person: number): Float64Array {
  const { most, counts, keys } = best
  if ((counts[person] ?? 0) > most) cut(best, person)
  const start = person * 2 * most
  return keys.subarray(start, start + (counts[person] ?? 0))
}

export function scoreOfKey(key: number): number {
  return Math.floor(key / PLACES) / STEPS
}

export function placeOfKey(key: number): number {
  return key % PLACES
}

/** Moves the best `most` to the front and forgets the others. */
function cut(best: BestOf, person: number): void {
  const { most, counts, keys, least } = best
  const start = person * 2 * most
  const target = start + most - 1
  let from = start
  let to = start + (counts[person] ?? 0) - 1
  while (from < to) {
    const pivot = keys[(from + to) >> 1] ?? 0
    let left = from
    let right = to
    while (left <= right) {
      while ((keys[left] ?? 0) > pivot) left += 1
      while ((keys[right] ?? 0) < pivot) right -= 1
      if (left > right) break
      const key = keys[left] ?? 0
      keys[left] = keys[right] ?? 0
      keys[right] = key
      left += 1
      right -= 1
    }
    if (target <= right) to = right
    else if (target >= left) from = left
    else break
  }
  counts[person] = most
  least[person] = scoreOfKey(keys[target] ?? 0)
}
