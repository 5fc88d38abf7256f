import type { AssignProblem, Edges } from '../../../src/domain/matching/assign/problem'
import { seededRandom, zipf, type Random } from '../random'

/** Kinds of rooms, each of which is hard for an assignment in its own way. */
export const populations = {
  /** Anybody with anybody, weights drawn evenly. */
  even: (size, random) => ({ partners: anybody(size, random), weight: () => 0.05 + random.next() }),

  /** Everybody somewhere on a plane: who is near to two is often near to both of them. */
  plane: (size, random) => {
    const x = draws(size, () => random.next() * Math.sqrt(size))
    const y = draws(size, () => random.next() * Math.sqrt(size))
    const near = byCell(x, y, 3)
    return {
      partners: (a) => near(a),
      weight: (a, b) => Math.exp(-Math.hypot(at(x, a) - at(x, b), at(y, a) - at(y, b)) / 2) * (0.8 + 0.4 * random.next()) + 0.02,
    }
  },

  /** Groups of 5 to 60 people with high weights inside and low ones across. */
  clustered: (size, random) => {
    const group = new Int32Array(size)
    const members: number[][] = []
    for (let person = 0; person < size; ) {
      const end = Math.min(size, person + random.between(5, 60))
      members.push(Array.from({ length: end - person }, (_, place) => person + place))
      for (; person < end; person += 1) group[person] = members.length - 1
    }
    const others = anybody(size, random)
    return {
      partners: (a) => [...(members[at(group, a)] ?? []), ...others(a).slice(0, 15)],
      weight: (a, b) => (group[a] === group[b] ? 0.6 : 0.1) + 0.4 * random.next(),
    }
  },

  /** One in twenty is good for everybody, and everybody's candidate. */
  hubs: (size, random) => {
    const charm = draws(size, (person) => (person % 20 === 7 ? 2 + random.next() : 0.6 + 0.8 * random.next()))
    const hubs = Array.from({ length: size }, (_, person) => person).filter((person) => at(charm, person) >= 2)
    const others = anybody(size, random)
    return {
      partners: (a) => [...others(a), ...draws(20, () => (hubs.length === 0 ? a : random.pick(hubs)))],
      weight: (a, b) => at(charm, a) * at(charm, b) * (0.3 + random.next()),
    }
  },

  /** Long-tailed interests, weighed by how rare they are, as cosines: close to what the engine computes. */
  interests: (size, random) => {
    const draw = zipf(Array.from({ length: 400 }, (_, tag) => tag), random)
    const tags = Array.from({ length: size }, () => new Set(draws(random.between(2, 8), () => draw())))
    const holders = Array.from({ length: 400 }, (): number[] => [])
    tags.forEach((own, person) => { for (const tag of own) holders[tag]?.push(person) })
    const rarity = holders.map((people) => Math.log(1 + size / (1 + people.length)) ** 2)
    const length = tags.map((own) => Math.sqrt(sum(Array.from(own, (tag) => rarity[tag] ?? 0))))
    return {
      partners: (a) =>
        Array.from(tags[a] ?? []).flatMap((tag) => {
          const people = holders[tag] ?? []
          return people.length <= 25 ? people : draws(25, () => random.pick(people))
        }),
      weight: (a, b) => {
        const shared = Array.from(tags[a] ?? []).filter((tag) => tags[b]?.has(tag))
        return sum(shared.map((tag) => rarity[tag] ?? 0)) / (at(length, a) * at(length, b)) + 0.02 * random.next() + 0.001
      },
    }
  },

  /** A third have next to nobody to be paired with. */
  corners: (size, random) => {
    const others = anybody(size, random)
    return {
      partners: (a) => (a % 3 === 0 ? others(a).slice(0, random.between(1, 5)) : others(a).filter((b) => b % 3 !== 0)),
      weight: () => 0.05 + random.next(),
    }
  },

  /** Five weights only. */
  ties: (size, random) => ({
    partners: anybody(size, random),
    weight: () => random.between(1, 5) * (1 + 1e-9 * random.next()),
  }),
} satisfies Record<string, (size: number, random: Random) => Population>

export type PopulationName = keyof typeof populations

interface Population {
  /** Those whom somebody might be paired with; may repeat itself, and hold the person. */
  readonly partners: (person: number) => readonly number[]
  readonly weight: (a: number, b: number) => number
}

/** How raw weights are made comparable between people, from each one's mean of its best. */
export const normalisations = {
  none: (weight: number) => weight,
  root: (weight: number, a: number, b: number) => weight / Math.sqrt(a * b),
  mean: (weight: number, a: number, b: number) => (weight * (1 / a + 1 / b)) / 2,
} as const

export interface ProblemOptions {
  readonly population: PopulationName
  readonly size: number
  readonly seed: number
  /** Partners a person; default 4. */
  readonly places?: number
  /** Default 1. */
  readonly unexpectedPlaces?: number
  readonly normalisation?: keyof typeof normalisations
  /** How many of each one's best pairs stay; default 40. */
  readonly candidates?: number
}

/** Draws a room's pairs: of what the population offers the best of either side stay, as in the engine. */
export function drawProblem(options: ProblemOptions): AssignProblem {
  const { population, size, seed, places = 4, unexpectedPlaces = 1, normalisation = 'root', candidates = 40 } = options
  const random = seededRandom(seed)
  const { partners, weight } = populations[population](size, random)
  const a: number[] = []
  const b: number[] = []
  const weights: number[] = []
  const known = new Set<number>()
  for (let one = 0; one < size; one += 1) {
    for (const other of partners(one)) {
      const [low, high] = one < other ? [one, other] : [other, one]
      if (low === high || known.has(low * size + high)) continue
      known.add(low * size + high)
      a.push(low)
      b.push(high)
      weights.push(weight(low, high))
    }
  }
  const own = Array.from({ length: size }, (): number[] => [])
  weights.forEach((value, edge) => {
    own[at(a, edge)]?.push(value)
    own[at(b, edge)]?.push(value)
  })
  for (const list of own) list.sort((x, y) => y - x)
  const least = own.map((list) => list[candidates - 1] ?? 0)
  const means = own.map((list) => sum(list.slice(0, places)) / Math.max(1, Math.min(places, list.length)))
  const kept = weights
    .map((_, edge) => edge)
    .filter((edge) => at(weights, edge) >= Math.min(at(least, at(a, edge)), at(least, at(b, edge))))
  const normalise = normalisations[normalisation]
  const edges: Edges = {
    count: kept.length,
    a: Int32Array.from(kept, (edge) => at(a, edge)),
    b: Int32Array.from(kept, (edge) => at(b, edge)),
    weight: Float64Array.from(kept, (edge) =>
      normalise(at(weights, edge), at(means, at(a, edge)), at(means, at(b, edge))),
    ),
    unexpected: Uint8Array.from(kept, () => (random.next() < 0.15 ? 1 : 0)),
    standing: new Uint8Array(kept.length),
  }
  return {
    size,
    edges,
    places: new Uint8Array(size).fill(places),
    unexpectedPlaces: new Uint8Array(size).fill(unexpectedPlaces),
    incumbencyBonus: 0.1,
  }
}

function anybody(size: number, random: Random): (person: number) => number[] {
  return () => draws(28, () => random.between(0, size - 1))
}

/** Finds who stands within some cells of somebody on the plane. */
function byCell(x: readonly number[], y: readonly number[], reach: number): (person: number) => number[] {
  const cells = new Map<string, number[]>()
  const key = (column: number, row: number) => `${String(column)} ${String(row)}`
  x.forEach((_, person) => {
    const cell = key(Math.floor(at(x, person)), Math.floor(at(y, person)))
    cells.set(cell, [...(cells.get(cell) ?? []), person])
  })
  return (person) => {
    const found: number[] = []
    for (let column = -reach; column <= reach; column += 1) {
      for (let row = -reach; row <= reach; row += 1) {
        found.push(...(cells.get(key(Math.floor(at(x, person)) + column, Math.floor(at(y, person)) + row)) ?? []))
      }
    }
    return found
  }
}

function draws(count: number, draw: (place: number) => number): number[] {
  return Array.from({ length: count }, (_, place) => draw(place))
}

function at(values: ArrayLike<number>, place: number): number {
  return values[place] ?? 0
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
