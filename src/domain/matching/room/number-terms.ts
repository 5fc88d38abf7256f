/** Terms as numbers from 0, and who has which. */
export interface NumberedTerms {
  readonly idOf: Map<string, number>
  /** By place: ascending, each once. */
  readonly termsOf: readonly number[][]
}

/**
 * Objective: every term is looked up by its name once, everything after it counts numbers.
 * Terms are numbered in the order of their names: sums do not depend on the order in which people chose.
 */
export function numberTerms(lists: readonly (readonly string[])[]): NumberedTerms {
  const seen = new Map<string, number>()
  const termsOf = lists.map((list) => list.map((term) => numberOf(seen, term)))
  const names = [...seen.keys()].sort()
  const idOf = new Map(names.map((name, id) => [name, id]))
  const ids = Int32Array.from(seen.keys(), (name) => idOf.get(name) ?? 0)
  for (const terms of termsOf) {
    for (let i = 0; i < terms.length; i += 1) terms[i] = ids[terms[i] ?? 0] ?? 0
    sortDistinct(terms)
  }
  return { idOf, termsOf }
}

/**
 * Whom people have met, as terms: those who are here by their place, everybody else by a number after.
 * Acquaintances are only counted, so that the order of the others does not matter.
 */
export function numberAcquaintances(
  lists: readonly (readonly string[])[],
  placeOf: ReadonlyMap<string, number>,
): NumberedTerms {
  const idOf = new Map(placeOf)
  return { idOf, termsOf: lists.map((list) => sortDistinct(list.map((id) => numberOf(idOf, id)))) }
}

/** Up to so many numbers are sorted by insertion, which is the fastest for a few. */
const FEW = 48

/** Sorts these numbers where they stand, ascending, and leaves out repetitions. */
export function sortDistinct(numbers: number[]): number[] {
  if (numbers.length > FEW) numbers.sort((a, b) => a - b)
  let length = 0
  for (const number of numbers) {
    let at = length
    while (at > 0 && (numbers[at - 1] ?? 0) > number) at -= 1
    if (at > 0 && numbers[at - 1] === number) continue
    for (let to = length; to > at; to -= 1) numbers[to] = numbers[to - 1] ?? 0
    numbers[at] = number
    length += 1
  }
  if (length < numbers.length) numbers.length = length
  return numbers
}

function numberOf(ids: Map<string, number>, term: string): number {
  const known = ids.get(term)
  if (known !== undefined) return known
  ids.set(term, ids.size)
  return ids.size - 1
}
