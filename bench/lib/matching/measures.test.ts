import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsOf, gini, measure, relativeWeight, topWeightOf, type Shown } from './measures'

const show = (...pairs: readonly string[]): readonly Shown[] =>
  pairs.map((pair) => ({ userId: pair.charAt(0), otherId: pair.charAt(1) }))

describe('the Gini coefficient', () => {
  test('is 0 for equal values and for none, and near 1 where one has everything', () => {
    expect(gini([])).toBe(0)
    expect(gini([0, 0])).toBe(0)
    expect(gini([3, 3, 3])).toBeCloseTo(0, 12)
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12)
  })

  test('is half the mean difference of any two, relative to the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }), (values) => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length
        const differences = values.flatMap((x) => values.map((y) => Math.abs(x - y)))
        const meanDifference = differences.reduce((sum, value) => sum + value, 0) / differences.length
        expect(gini(values)).toBeCloseTo(mean === 0 ? 0 : meanDifference / 2 / mean, 10)
      }),
    )
  })
})

describe('weight', () => {
  const edges = [
    { a: 'a', b: 'b', weight: 0.9 },
    { a: 'a', b: 'c', weight: 0.5 },
    { a: 'b', b: 'c', weight: 0.2 },
  ]
  const weightOf = (x: string, y: string) =>
    edges.find(({ a, b }) => (a === x && b === y) || (a === y && b === x))?.weight ?? 0

  test('of everybody’s own best', () => {
    expect(topWeightOf(edges, 1)).toBeCloseTo(0.9 + 0.9 + 0.5, 12)
    expect(topWeightOf(edges, 2)).toBeCloseTo(2 * 1.6, 12)
    expect(topWeightOf([], 3)).toBe(0)
  })

  test('of what is shown, as a share of that; no list counts more than its best k', () => {
    expect(relativeWeight(show('ab', 'ba', 'ca'), 1, weightOf, topWeightOf(edges, 1))).toBeCloseTo(1, 12)
    expect(relativeWeight(show('ac', 'ab', 'bc'), 1, weightOf, 1)).toBeCloseTo(0.9 + 0.2, 12)
    expect(relativeWeight([], 1, weightOf, 2.3)).toBe(0)
    expect(relativeWeight([], 1, weightOf, 0)).toBe(1)
  })
})

describe('a list of suggestions', () => {
  const people = [
    { id: 'a', met: ['d'] },
    { id: 'b', met: [] },
    { id: 'c', met: [] },
    { id: 'd', met: ['a'] },
  ]
  const measured = (suggestions: readonly Shown[]) =>
    measure({ people, suggestions, k: 2, weightOf: () => 1, topWeight: 8 })

  test('is measured for exposure, short lists, both ways and people met', () => {
    expect(measured(show('ab', 'ba', 'ad', 'cb'))).toEqual({
      relative: 0.5,
      maxExposure: 2,
      gini: gini([1, 2, 0, 1]),
      belowK: 3,
      none: 1,
      mutual: 0.5,
      unseen: 0.75,
    })
  })

  test('may be empty', () => {
    expect(measured([])).toMatchObject({ maxExposure: 0, gini: 0, belowK: 4, none: 4, mutual: 1, unseen: 1 })
  })

  test('is counted in the order of the ids, and who is not asked for is not counted', () => {
    expect(countsOf(['c', 'a'], show('ab', 'ac', 'cb'), 'userId')).toEqual([1, 2])
  })
})
