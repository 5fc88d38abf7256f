import type { Suggestion } from '../matching/types'

/**
 * Lists in the order in which they were read: what its reader has read before stands where it stood,
 * and what is new comes after it, best first.
 *
 * @param readAt the rank at which a suggestion was read; null when it was not
 * @returns ranked from 1, by reader as they came
 */
export function keepOrder(
  computed: readonly Suggestion[],
  readAt: (suggestion: Suggestion) => number | null,
): readonly Suggestion[] {
  const lists = new Map<string, Suggestion[]>()
  for (const one of computed) {
    const list = lists.get(one.userId)
    if (list) list.push(one)
    else lists.set(one.userId, [one])
  }
  return [...lists.values()].flatMap((list) =>
    list
      .map((one) => ({ one, before: readAt(one) ?? Infinity }))
      // Two infinities differ by no number.
      .sort((x, y) => (x.before === y.before ? x.one.rank - y.one.rank : x.before - y.before))
      .map(({ one }, index) => ({ ...one, rank: index + 1 })),
  )
}
