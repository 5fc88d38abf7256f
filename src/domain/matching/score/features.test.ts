import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultSettings as settings } from '../settings'
import { apartOf } from './apart'
import { contextOf, weakTieCurve } from './context'
import { noveltyOf } from './novelty'
import { profileScale, rareness } from './profile-scale'
import { saturate } from './saturate'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const count = fc.nat(10_000)

describe('context', () => {
  test('lies between 0 and 1, is 0 for nothing, and grows with affiliations and evenings', () => {
    expect(contextOf(0, 0, 0, settings)).toBe(0)
    fc.assert(
      fc.property(share, share, count, count, count, (one, other, events, moreEvents, people) => {
        const context = contextOf(one, events, people, settings)
        expect(context >= 0 && context <= 1).toBe(true)
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(contextOf(more, events, people, settings)).toBeGreaterThanOrEqual(
          contextOf(less, events, people, settings) - 1e-12,
        )
        expect(contextOf(one, events + moreEvents, people, settings)).toBeGreaterThanOrEqual(context - 1e-12)
      }),
    )
  })

  test('each further evening in common adds less than the one before', () => {
    const added = Array.from({ length: 20 }, (_, n) => contextOf(0, n + 1, 0, settings) - contextOf(0, n, 0, settings))
    added.slice(1).forEach((step, at) => {
      expect(step).toBeLessThan(added[at] ?? 0)
    })
  })

  test('people in common are an inverted U: none is nothing, the peak is best, many are few in worth', () => {
    const { acquaintancesPeak: peak, acquaintancesMany: many } = settings
    const curve = Array.from({ length: 200 }, (_, people) => weakTieCurve(people, settings))
    expect(curve[0]).toBe(0)
    expect(curve.indexOf(Math.max(...curve))).toBe(peak)
    expect(curve[peak]).toBe(1)
    curve.slice(1).forEach((value, at) => {
      if (at < peak) expect(value).toBeGreaterThan(curve[at] ?? 0)
      else expect(value).toBeLessThan(curve[at] ?? 0)
    })
    expect(Math.min(curve[2] ?? 0, curve[4] ?? 0)).toBeGreaterThan(0.85)
    expect(weakTieCurve(10_000, settings)).toBeCloseTo(many, 2)
    expect(contextOf(0, 0, peak, settings)).toBeGreaterThan(contextOf(0, 0, 50, settings))
  })
})

describe('novelty', () => {
  test('the loss is whole at the last event, half after the half-life, none for what was never shown', () => {
    expect(noveltyOf(1, settings)).toBeCloseTo(1 - settings.staleLoss, 12)
    expect(noveltyOf(1 + settings.staleHalfLife, settings)).toBeCloseTo(1 - settings.staleLoss / 2, 12)
    expect(noveltyOf(Infinity, settings)).toBe(1)
  })

  test('it grows with the time that has passed, within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (ago) => {
        const novelty = noveltyOf(ago, settings)
        expect(novelty >= 0 && novelty <= noveltyOf(ago + 1, settings) && novelty <= 1).toBe(true)
      }),
    )
  })
})

describe('fields apart', () => {
  test.each([
    [2, 2, 2, 0],
    [2, 2, 0, 1],
    [1, 3, 1, 2 / 3],
    [0, 3, 0, 0],
    [3, 0, 0, 0],
  ])('%i and %i fields, %i of them in common', (ofA, ofB, ofBoth, apart) => {
    expect(apartOf(ofA, ofB, ofBoth)).toBeCloseTo(apart, 12)
    expect(apartOf(ofB, ofA, ofBoth)).toBe(apartOf(ofA, ofB, ofBoth))
  })
})

describe('a profile’s scale', () => {
  /** How alike two are who have the same rarities. */
  const same = (rarities: readonly number[], size: number) => {
    const sum = rarities.reduce((total, rarity) => total + rarity ** 2, 0)
    return sum * profileScale(sum, size) ** 2
  }
  const rarityOf = (holders: number, size: number) => Math.log(1 + size / holders)

  test('what all have makes nobody alike; what few have does', () => {
    expect(same([rarityOf(1000, 1000)], 1000)).toBeLessThan(0.02)
    expect(same([rarityOf(2, 1000)], 1000)).toBeGreaterThan(0.4)
  })

  test('more in common makes more alike, never quite the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), (holders) => {
        const rarities = holders.map((one) => rarityOf(one, 500))
        const alike = same(rarities, 500)
        expect(alike > same(rarities.slice(1), 500) && alike < 1).toBe(true)
      }),
    )
    expect(profileScale(0, 1)).toBeGreaterThan(0)
  })

  test('rareness runs from nearly 0, all have it, to 1, one has it', () => {
    expect(rareness(1, 300)).toBe(1)
    expect(rareness(2, 300)).toBeLessThan(1)
    expect(rareness(300, 300)).toBeLessThan(0.13)
    expect(rareness(300, 300)).toBeGreaterThan(0)
  })
})

test('saturation keeps the ends and the order, and the first bit counts most', () => {
  fc.assert(
    fc.property(share, share, fc.double({ min: 0.01, max: 10, noNaN: true }), (one, other, half) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      expect(saturate(0, half)).toBe(0)
      expect(saturate(1, half)).toBeCloseTo(1, 12)
      // Of two shares that are neighbours among floating-point numbers the last digit may turn round.
      expect(saturate(more, half)).toBeGreaterThanOrEqual(saturate(less, half) - 1e-12)
      expect(saturate(less, half)).toBeGreaterThanOrEqual(less - 1e-12)
    }),
  )
})
