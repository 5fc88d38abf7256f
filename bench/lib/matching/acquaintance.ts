import type { Random } from '../random'
import { drawDistinct, drawer } from './draw'
import { populationAssumptions } from './population-assumptions'

/** What decides with whom somebody is in a circle. */
export interface Acquaintable {
  readonly leanings: readonly string[]
  /** Undefined for none. */
  readonly organization: string | undefined
  readonly visitNumber: number
}

const { circle, circleDensity, circlesOfColleagues, circlesOfAField, closedTriads, meanMet, sociableUpTo } =
  populationAssumptions

/**
 * Who has met whom: overlapping circles of colleagues, of people of one field and of anybody, each of
 * them dense, and then some friends of friends. A random graph of the same degrees would have next to
 * no triangles, and so next to nobody 'met in common'.
 * @returns for each person the places of those they have met; both ways.
 */
export function makeAcquaintances(people: readonly Acquaintable[], random: Random): readonly ReadonlySet<number>[] {
  const met = people.map(() => new Set<number>())
  if (people.length < 2) return met
  const places = [...people.keys()]
  const sociable = (place: number) => Math.min(people[place]?.visitNumber ?? 1, sociableUpTo)
  const anybody = drawer(places, sociable)
  const ofField = poolsBy(places, (place) => people[place]?.leanings[0], sociable)
  const ofOrganization = poolsBy(places, (place) => people[place]?.organization, sociable)

  // In a small room nobody can have met more than a part of the others.
  const wanted = (Math.min(meanMet, people.length * 0.15) * people.length) / 2
  let pairs = 0
  const join = (a: number, b: number) => {
    const [mine, theirs] = [met[a], met[b]]
    if (a === b || !mine || !theirs || mine.has(b)) return
    mine.add(b)
    theirs.add(a)
    pairs += 1
  }
  const poolFor = (seed: number) => {
    const kind = random.next()
    if (kind < circlesOfColleagues) return ofOrganization.get(people[seed]?.organization ?? '') ?? anybody
    if (kind < circlesOfColleagues + circlesOfAField) return ofField.get(people[seed]?.leanings[0] ?? '') ?? anybody
    return anybody
  }
  const mostTries = Math.ceil(wanted) * 10 + 100
  for (let tries = 0; pairs < wanted * (1 - closedTriads) && tries < mostTries; tries++) {
    const seed = anybody(random)
    const pool = poolFor(seed)
    const size = Math.min(random.between(circle.fewest, circle.most), random.between(circle.fewest, circle.most))
    const members = [...new Set([seed, ...drawDistinct(size - 1, () => pool(random))])]
    members.forEach((one, at) => {
      for (const other of members.slice(at + 1)) if (random.next() < circleDensity) join(one, other)
    })
  }
  for (let tries = 0; pairs < wanted && tries < mostTries; tries++) {
    const friends = [...(met[anybody(random)] ?? [])]
    if (friends.length >= 2) join(random.pick(friends), random.pick(friends))
  }
  return met
}

/** A draw among all who share a key; none where there are fewer than two. */
function poolsBy(
  places: readonly number[],
  keyOf: (place: number) => string | undefined,
  weightOf: (place: number) => number,
): ReadonlyMap<string, (random: Random) => number> {
  const byKey = new Map<string, number[]>()
  for (const place of places) {
    const key = keyOf(place)
    if (key === undefined) continue
    const pool = byKey.get(key)
    if (pool) pool.push(place)
    else byKey.set(key, [place])
  }
  return new Map(
    [...byKey].flatMap(([key, pool]) => (pool.length < 2 ? [] : [[key, drawer(pool, weightOf)] as const])),
  )
}
