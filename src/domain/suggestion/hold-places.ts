import type { Suggestion } from '../matching/types'

/** A suggestion that stays in its reader's list without the engine's knowing. */
export interface HeldPlace {
  readonly userId: string
  readonly rank: number
}

/**
 * Lays computed suggestions around those that are held: a held one takes a place of its reader's list,
 * so that nothing new appears there at the moment when the other one said 'not tonight', and it keeps
 * its rank. What gives way is the reader's last suggestion that is new; the other of that pair is still
 * shown the reader, one-way.
 *
 * @param isNew whether a suggestion does not stand yet
 * @param listLength how long a list is without anything held
 */
export function holdPlaces(
  computed: readonly Suggestion[],
  held: readonly HeldPlace[],
  { isNew, listLength }: { readonly isNew: (suggestion: Suggestion) => boolean; readonly listLength: number },
): readonly Suggestion[] {
  if (held.length === 0) return computed
  const ranksOf = new Map<string, Set<number>>()
  for (const { userId, rank } of held) ranksOf.set(userId, (ranksOf.get(userId) ?? new Set()).add(rank))
  const gaveWay = new Set<string>()
  const lists = new Map<string, Suggestion[]>()
  for (const one of computed) lists.set(one.userId, [...(lists.get(one.userId) ?? []), one])
  for (const [userId, ranks] of ranksOf) {
    const list = lists.get(userId) ?? []
    const room = Math.max(listLength, list.length) - ranks.size
    const newest = list.filter(isNew).sort((a, b) => b.rank - a.rank)
    for (const { otherId } of newest.slice(0, Math.max(0, list.length - room))) gaveWay.add(`${userId}|${otherId}`)
  }
  return [...lists].flatMap(([userId, list]) => {
    const taken = ranksOf.get(userId) ?? new Set()
    let rank = 0
    return list
      .filter(({ otherId }) => !gaveWay.has(`${userId}|${otherId}`))
      .sort((a, b) => a.rank - b.rank)
      .map((one): Suggestion => {
        do rank += 1
        while (taken.has(rank))
        return { ...one, rank, kind: gaveWay.has(`${one.otherId}|${userId}`) ? 'ONE_WAY' : one.kind }
      })
  })
}
