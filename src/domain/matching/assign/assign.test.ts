import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from './assign'
import { nobodyChosen } from './choice'
import { buildGraph } from './graph'
import { addBestFirst } from './greedy'
import type { AssignProblem } from './problem'

interface Pair {
  readonly a: number
  readonly b: number
  readonly weight: number
  readonly unexpected?: boolean
  readonly standing?: boolean
}

interface Limits {
  readonly places: readonly number[]
  readonly unexpectedPlaces?: readonly number[]
  readonly incumbencyBonus?: number
}

function problemOf(pairs: readonly Pair[], { places, unexpectedPlaces, incumbencyBonus = 0.1 }: Limits): AssignProblem {
  return {
    size: places.length,
    edges: {
      count: pairs.length,
      a: Int32Array.from(pairs, ({ a }) => a),
      b: Int32Array.from(pairs, ({ b }) => b),
      weight: Float64Array.from(pairs, ({ weight }) => weight),
      unexpected: Uint8Array.from(pairs, ({ unexpected = false }) => Number(unexpected)),
      standing: Uint8Array.from(pairs, ({ standing = false }) => Number(standing)),
    },
    places: Uint8Array.from(places),
    unexpectedPlaces: Uint8Array.from(unexpectedPlaces ?? places.map(() => 1)),
    incumbencyBonus,
  }
}

/** Everybody has one place, as in a matching of the textbook. */
const singly = (size: number): Limits => ({ places: Array.from({ length: size }, () => 1) })

const namesOf = (pairs: readonly Pair[], chosen: Uint8Array) =>
  pairs.filter((_, at) => chosen[at] === 1).map(({ a, b }) => `${String(a)}-${String(b)}`)

const weightOf = (pairs: readonly Pair[], chosen: Uint8Array) =>
  pairs.reduce((sum, { weight }, at) => sum + weight * (chosen[at] ?? 0), 0)

/** How many partners somebody has; only unexpected ones if so wished. */
const partners = (pairs: readonly Pair[], chosen: Uint8Array, person: number, onlyUnexpected = false) =>
  pairs.filter(
    ({ a, b, unexpected }, at) => chosen[at] === 1 && (a === person || b === person) && (!onlyUnexpected || unexpected),
  ).length

const isAllowed = (pairs: readonly Pair[], { places, unexpectedPlaces }: Limits, chosen: Uint8Array) =>
  places.every(
    (own, person) =>
      partners(pairs, chosen, person) <= own &&
      partners(pairs, chosen, person, true) <= (unexpectedPlaces?.[person] ?? 1),
  )

interface Drawn {
  readonly pairs: readonly Pair[]
  readonly limits: Limits & { readonly unexpectedPlaces: readonly number[] }
}

/** Rooms with every share of possible pairs, in any order. */
const rooms = (most: number, mostPairs = 1000): fc.Arbitrary<Drawn> =>
  fc.integer({ min: 2, max: most }).chain((size) => {
    const all = Array.from({ length: size }, (_, a) => Array.from({ length: a }, (__, b) => [b, a] as const)).flat()
    return fc.record({
      pairs: fc.shuffledSubarray(all, { maxLength: Math.min(mostPairs, all.length) }).chain((chosen) =>
        fc.tuple(
          ...chosen.map(([a, b]) =>
            fc.record({
              a: fc.constant(a),
              b: fc.constant(b),
              weight: fc.integer({ min: 10_000, max: 2_000_000 }).map((millionths) => millionths / 1e6),
              unexpected: fc.boolean(),
            }),
          ),
        ),
      ),
      limits: fc.record({
        places: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: size, maxLength: size }),
        unexpectedPlaces: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: size, maxLength: size }),
      }),
    })
  })

const solve = ({ pairs, limits }: Drawn) => assign(problemOf(pairs, limits))

describe('any room', () => {
  test('nobody gets more partners than places, nor more unexpected ones than places for these', () => {
    fc.assert(fc.property(rooms(14), (room) => isAllowed(room.pairs, room.limits, solve(room))))
  })

  test('no pair is left out for which both have a place', () => {
    fc.assert(
      fc.property(rooms(14), (room) => {
        const chosen = solve(room)
        for (const at of room.pairs.keys()) {
          if (chosen[at] === 1) continue
          const more = chosen.slice()
          more[at] = 1
          expect(isAllowed(room.pairs, room.limits, more)).toBe(false)
        }
      }),
    )
  })

  test('the same room gets the same pairs, and in whichever order they are listed', () => {
    fc.assert(
      fc.property(rooms(14), fc.array(fc.nat(), { minLength: 91, maxLength: 91 }), ({ pairs, limits }, keys) => {
        const names = namesOf(pairs, solve({ pairs, limits })).sort()
        expect(namesOf(pairs, solve({ pairs, limits })).sort()).toEqual(names)
        const weights = new Set(pairs.map(({ weight }) => weight))
        fc.pre(weights.size === pairs.length)
        const shuffled = pairs
          .map((pair, at) => ({ pair, key: keys[at] ?? 0 }))
          .sort((x, y) => x.key - y.key)
          .map(({ pair }) => pair)
        expect(namesOf(shuffled, solve({ pairs: shuffled, limits })).sort()).toEqual(names)
      }),
    )
  })
})

/** The largest weight and number of pairs of any allowed choice, by trying all of them. */
function bestByTrying(pairs: readonly Pair[], limits: Limits): number {
  const left = [...limits.places]
  const leftUnexpected = limits.places.map((_, person) => limits.unexpectedPlaces?.[person] ?? 1)
  const from = (at: number): number => {
    const pair = pairs[at]
    if (pair === undefined) return 0
    const without = from(at + 1)
    const ends = [pair.a, pair.b]
    const need = pair.unexpected ? 1 : 0
    if (!ends.every((end) => (left[end] ?? 0) > 0 && (leftUnexpected[end] ?? 0) >= need)) return without
    const move = (by: number) => {
      for (const end of ends) {
        left[end] = (left[end] ?? 0) + by
        leftUnexpected[end] = (leftUnexpected[end] ?? 0) + by * need
      }
    }
    move(-1)
    const withIt = pair.weight + from(at + 1)
    move(1)
    return Math.max(without, withIt)
  }
  return from(0)
}

describe('against the best possible', () => {
  test('in small rooms, weight and filled places taken together', () => {
    const ratios: number[] = []
    fc.assert(
      fc.property(rooms(8, 14), (room) => {
        const graph = buildGraph(problemOf(room.pairs, room.limits))
        const valued = room.pairs.map((pair, at) => ({ ...pair, weight: graph.value[graph.edgeAt.indexOf(at)] ?? 0 }))
        const best = bestByTrying(valued, room.limits)
        const ratio = best === 0 ? 1 : weightOf(valued, solve(room)) / best
        ratios.push(ratio)
        expect(ratio).toBeGreaterThan(0.9)
      }),
      { numRuns: 300 },
    )
    expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toBeGreaterThan(0.995)
  })

  test('never worse than the best pair first, weight and filled places taken together', () => {
    fc.assert(
      fc.property(rooms(14), ({ pairs, limits }) => {
        const graph = buildGraph(problemOf(pairs, limits))
        const greedy = nobodyChosen(graph)
        addBestFirst(greedy)
        const chosen = solve({ pairs, limits })
        const worth = (some: Uint8Array) => some.reduce((sum, one, rank) => sum + one * (graph.value[rank] ?? 0), 0)
        const byRank = Uint8Array.from(graph.edgeAt, (edge) => chosen[edge] ?? 0)
        expect(worth(byRank)).toBeGreaterThanOrEqual(worth(greedy.chosen) - 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  test.each<[string, Pair[], Limits, string[]]>([
    ['nobody', [], singly(0), []],
    ['one alone', [], singly(1), []],
    ['a couple', [{ a: 0, b: 1, weight: 1 }], singly(2), ['0-1']],
    [
      'a path, where the best pair is not part of the best choice',
      [
        { a: 0, b: 1, weight: 1 },
        { a: 1, b: 2, weight: 1.5 },
        { a: 2, b: 3, weight: 1 },
      ],
      singly(4),
      ['0-1', '2-3'],
    ],
    [
      'a ring of five',
      [
        { a: 0, b: 1, weight: 1 },
        { a: 1, b: 2, weight: 1.2 },
        { a: 2, b: 3, weight: 1.1 },
        { a: 3, b: 4, weight: 1.3 },
        { a: 0, b: 4, weight: 1.4 },
      ],
      singly(5),
      ['1-2', '0-4'],
    ],
    [
      'a star, whose middle has two places',
      [
        { a: 0, b: 1, weight: 1 },
        { a: 0, b: 2, weight: 1.2 },
        { a: 0, b: 3, weight: 1.1 },
      ],
      { places: [2, 2, 2, 2] },
      ['0-2', '0-3'],
    ],
    [
      'two groups where the better pairs cross',
      [
        { a: 0, b: 2, weight: 0.5 },
        { a: 0, b: 3, weight: 0.9 },
        { a: 1, b: 2, weight: 0.8 },
        { a: 1, b: 3, weight: 1 },
      ],
      singly(4),
      ['0-3', '1-2'],
    ],
    [
      'one unexpected partner at most, though two would be better',
      [
        { a: 0, b: 1, weight: 1, unexpected: true },
        { a: 0, b: 2, weight: 0.9, unexpected: true },
        { a: 0, b: 3, weight: 0.3 },
      ],
      { places: [2, 1, 1, 1] },
      ['0-1', '0-3'],
    ],
  ])('%s', (_, pairs, limits, names) => {
    expect(namesOf(pairs, assign(problemOf(pairs, limits)))).toEqual(names)
  })
})

describe('what stands', () => {
  /** A room whose pairs stand, then one with a few more people in it. */
  const arrival = fc
    .tuple(rooms(14), fc.integer({ min: 1, max: 3 }))
    .filter(([{ limits }, arriving]) => limits.places.length > arriving + 1)
    .map(([{ pairs, limits }, arriving]) => {
      const before = limits.places.length - arriving
      const known = pairs.map((pair) => (pair.b < before ? pair : { ...pair, weight: 0 })).filter(({ weight }) => weight > 0)
      const chosen = solve({ pairs: known, limits })
      const standingNames = new Set(namesOf(known, chosen))
      const now = pairs.map((pair) => ({ ...pair, standing: standingNames.has(`${String(pair.a)}-${String(pair.b)}`) }))
      return { before, limits, now, known: now.filter((pair) => pair.b < before) }
    })

  test('stays where nothing is new', () => {
    fc.assert(
      fc.property(arrival, ({ known, limits }) => {
        const again = assign(problemOf(known, { ...limits, incumbencyBonus: 1 }))
        expect(again).toEqual(Uint8Array.from(known, ({ standing }) => Number(standing)))
      }),
    )
  })

  test('is worth no less afterwards, its bonus included', () => {
    fc.assert(
      fc.property(arrival, ({ now, limits }) => {
        const problem = problemOf(now, limits)
        const graph = buildGraph(problem)
        const chosen = assign(problem)
        const worth = (isIn: (edge: number) => boolean) =>
          graph.value.reduce((sum, value, rank) => sum + (isIn(graph.edgeAt[rank] ?? 0) ? value : 0), 0)
        expect(worth((edge) => chosen[edge] === 1)).toBeGreaterThanOrEqual(
          worth((edge) => now[edge]?.standing === true) - 1e-9,
        )
      }),
    )
  })
})
