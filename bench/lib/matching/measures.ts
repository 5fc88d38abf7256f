/** One person is shown another. */
export interface Shown {
  readonly userId: string
  readonly otherId: string
}

/** How good it is to show two people to each other: above 0 when anything speaks for it. */
export interface WeightedPair {
  readonly a: string
  readonly b: string
  readonly weight: number
  /** Of these a list has at most one. */
  readonly isUnexpected?: boolean
}

/** What a list of suggestions is like for a room. */
export interface Measures {
  /** Weight of what is shown, as a share of that of everybody's own best k: see {@link relativeWeight}. */
  readonly relative: number
  /** To how many people the most shown person is shown. */
  readonly maxExposure: number
  /** Inequality of exposure, from 0, all are shown equally often, to 1. */
  readonly gini: number
  /** People who are shown fewer than k others. */
  readonly belowK: number
  /** People who are shown nobody. */
  readonly none: number
  /** Share of suggestions of which the other is shown the reader too; 1 when nothing is shown. */
  readonly mutual: number
  /** Share of suggestions of somebody whom the reader has not met; 1 when nothing is shown. */
  readonly unseen: number
}

interface Reader {
  readonly id: string
  readonly met: readonly string[]
}

/** Measures a list of suggestions. @param topWeight of {@link topWeightOf}. */
export function measure(given: {
  readonly people: readonly Reader[]
  readonly suggestions: readonly Shown[]
  readonly k: number
  readonly weightOf: (a: string, b: string) => number
  readonly topWeight: number
}): Measures {
  const { people, suggestions, k, weightOf, topWeight } = given
  const ids = people.map(({ id }) => id)
  const shown = countsOf(ids, suggestions, 'userId')
  const exposure = countsOf(ids, suggestions, 'otherId')
  return {
    relative: relativeWeight(suggestions, k, weightOf, topWeight),
    maxExposure: exposure.reduce((most, count) => Math.max(most, count), 0),
    gini: gini(exposure),
    belowK: shown.filter((count) => count < k).length,
    none: shown.filter((count) => count === 0).length,
    mutual: mutualShare(suggestions),
    unseen: unseenShare(people, suggestions),
  }
}

/** How often each id stands on the given side, in the order of the ids. */
export function countsOf(ids: readonly string[], suggestions: readonly Shown[], side: keyof Shown): readonly number[] {
  const counts = new Map(ids.map((id) => [id, 0]))
  for (const one of suggestions) counts.set(one[side], (counts.get(one[side]) ?? 0) + 1)
  return ids.map((id) => counts.get(id) ?? 0)
}

/**
 * Gini coefficient of values of 0 or more: half the mean difference between any two, relative to the
 * mean. 0 for equal values and for none at all.
 */
export function gini(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  if (total === 0) return 0
  const ranked = sorted.reduce((sum, value, place) => sum + value * (place + 1), 0)
  return (2 * ranked) / (sorted.length * total) - (sorted.length + 1) / sorted.length
}

function mutualShare(suggestions: readonly Shown[]): number {
  const keys = new Set(suggestions.map(({ userId, otherId }) => `${userId}|${otherId}`))
  return shareOf(suggestions, ({ userId, otherId }) => keys.has(`${otherId}|${userId}`))
}

function unseenShare(people: readonly Reader[], suggestions: readonly Shown[]): number {
  const met = new Map(people.map((person) => [person.id, new Set(person.met)]))
  return shareOf(suggestions, ({ userId, otherId }) => met.get(userId)?.has(otherId) !== true)
}

function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 1 : items.filter(holds).length / items.length
}

/**
 * The weight that everybody's list would have if each were shown their own best k, whoever else is shown
 * them: more than any list can reach in which nobody is shown to too many.
 * @param edges every pair that may be shown, or at least each one's k best.
 */
export function topWeightOf(edges: readonly WeightedPair[], k: number): number {
  const best = new Map<string, WeightedPair[]>()
  for (const edge of edges) {
    for (const id of [edge.a, edge.b]) {
      const own = best.get(id)
      if (own) own.push(edge)
      else best.set(id, [edge])
    }
  }
  let total = 0
  for (const own of best.values()) {
    own.sort((x, y) => y.weight - x.weight)
    const unexpected = own.find(({ isUnexpected }) => isUnexpected)
    for (const { weight } of own.filter((edge) => !edge.isUnexpected || edge === unexpected).slice(0, k)) total += weight
  }
  return total
}

/** Weight of the best k of each list, as a share of `topWeight`; 1 when that is 0. */
export function relativeWeight(
  suggestions: readonly Shown[],
  k: number,
  weightOf: (a: string, b: string) => number,
  topWeight: number,
): number {
  const lists = new Map<string, number[]>()
  for (const { userId, otherId } of suggestions) {
    const list = lists.get(userId)
    const weight = weightOf(userId, otherId)
    if (list) list.push(weight)
    else lists.set(userId, [weight])
  }
  let total = 0
  for (const list of lists.values()) {
    list.sort((x, y) => y - x)
    for (const weight of list.slice(0, k)) total += weight
  }
  return topWeight === 0 ? 1 : total / topWeight
}
