import fc from 'fast-check'
import { expect, it } from 'vitest'
import { retryDelay } from './retry-delay'

it('waits longer after each failure, and never longer than a minute', () => {
  expect([1, 2, 3].map(retryDelay)).toEqual([2_000, 4_000, 8_000])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (failures) => {
      expect(retryDelay(failures + 1)).toBeGreaterThanOrEqual(retryDelay(failures))
      expect(retryDelay(failures)).toBeLessThanOrEqual(60_000)
    }),
  )
})
