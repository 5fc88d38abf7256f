import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrivalCurve } from './arrival-curve'

const EVENING = Date.UTC(2026, 10, 19, 16)
const times = fc.array(fc.integer({ min: 0, max: 6 * 3_600_000 }).map((ms) => new Date(EVENING + ms)))

test('everybody is counted once, in a quarter that holds their time, and the quarters join', () => {
  fc.assert(
    fc.property(times, (arrivals) => {
      const curve = arrivalCurve(arrivals)
      for (const { from, count } of curve) {
        const to = from.getTime() + 900_000
        expect(count).toBe(arrivals.filter((at) => at >= from && at.getTime() < to).length)
      }
      expect(curve.reduce((sum, { count }) => sum + count, 0)).toBe(arrivals.length)
      expect(curve.slice(1).every(({ from }, i) => from.getTime() - (curve[i]?.from.getTime() ?? 0) === 900_000)).toBe(true)
      expect([curve[0]?.count, curve.at(-1)?.count]).not.toContain(0)
    }),
  )
})
