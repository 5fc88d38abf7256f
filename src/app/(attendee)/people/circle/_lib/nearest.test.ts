import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARROWS, nearest } from './nearest'

const right = { x: 1, y: 0 }

describe('the next point in a direction', () => {
  it('is the nearest there, and none where there is none', () => {
    const points = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 30, y: 0 }, { x: -5, y: 0 }, { x: 1, y: 20 }]
    expect(nearest(points, 0, right)).toBe(1)
    expect(nearest(points, 2, right)).toBe(null)
    expect(nearest(points, 7, right)).toBe(null)
  })

  it('lies in that direction, never behind', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 320 }), y: fc.integer({ min: 0, max: 320 }) })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), fc.constantFrom(...Object.values(ARROWS)), (points, direction) => {
        const to = nearest(points, 0, direction)
        const [from] = points
        if (to === null || !from) return
        const there = points[to] ?? from
        expect((there.x - from.x) * direction.x + (there.y - from.y) * direction.y).toBeGreaterThan(0)
      }),
    )
  })
})
