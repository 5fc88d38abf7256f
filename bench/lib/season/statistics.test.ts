import fc from 'fast-check'
import { expect, test } from 'vitest'
import { niceTicks } from './panel'
import { intervalOf } from './statistics'

test('the interval of a mean follows Student’s t', () => {
  // By hand: mean 3, standard error sqrt(2.5 / 5), and 2.776 for four degrees of freedom.
  const { mean, low, high } = intervalOf([1, 2, 3, 4, 5])
  expect(mean).toBe(3)
  expect(high - mean).toBeCloseTo(2.776 * Math.sqrt(0.5), 6)
  expect(mean - low).toBeCloseTo(high - mean, 9)
})

test('the interval has no end for a single value, and goes on smoothly beyond the table', () => {
  expect(intervalOf([2])).toEqual({ mean: 2, low: -Infinity, high: Infinity })
  const marginOf = (count: number) => {
    const { mean, high } = intervalOf(Array.from({ length: count }, (_, place) => place % 2))
    return high - mean
  }
  // 41 values: 40 degrees of freedom, quantile 2.021.
  expect(marginOf(41)).toBeCloseTo(2.021 * Math.sqrt((20 * 21) / 41 / 40 / 41), 4)
  expect(marginOf(32)).toBeLessThan(marginOf(30))
})

test('the ticks of a scale are few, evenly spaced and enclose every value', () => {
  const value = fc.double({ min: 0, max: 1_000, noNaN: true })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const ticks = niceTicks(values, values)
      const [first = Number.NaN, second = Number.NaN] = ticks
      expect(ticks.length).toBeGreaterThanOrEqual(2)
      expect(ticks.length).toBeLessThanOrEqual(8)
      expect(first).toBeLessThanOrEqual(Math.min(...values) + 1e-6)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6)
      ticks.forEach((tick, place) => {
        expect(tick).toBeCloseTo(first + place * (second - first), 6)
      })
    }),
    { examples: [[[999.999999995]], [[0]], [[0.5, 1]]] },
  )
})
