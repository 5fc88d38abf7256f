import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settingsFrom } from '../knobs'
import { defaultSettings, type MatchingSettings } from '../settings'
import { scorePair, type PairFeatures } from './score-pair'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const features = fc.record({
  interests: share,
  aReceives: share,
  bReceives: share,
  context: share,
  apart: share,
  novelty: share,
  isWelcome: fc.boolean(),
})
const settings = fc
  .record({ alike: fc.double({ min: -1, max: 1, noNaN: true }), newcomersFirst: fc.boolean() })
  .map((knobs) => settingsFrom(knobs))

function scoreOf(pair: PairFeatures, by: MatchingSettings = defaultSettings): number {
  const { interests, aReceives, bReceives, context, apart, novelty, isWelcome } = pair
  return scorePair(interests, aReceives, bReceives, context, apart, novelty, isWelcome, by)
}

const plain: PairFeatures = {
  interests: 0.2,
  aReceives: 0,
  bReceives: 0,
  context: 0,
  apart: 0,
  novelty: 1,
  isWelcome: false,
}

describe('the score of a pair', () => {
  test('is the same from both sides', () => {
    fc.assert(
      fc.property(features, settings, (pair, by) => {
        expect(scoreOf({ ...pair, aReceives: pair.bReceives, bReceives: pair.aReceives }, by)).toBe(scoreOf(pair, by))
      }),
    )
  })

  test('lies between 0 and 1, both of which it reaches', () => {
    fc.assert(
      fc.property(features, settings, (pair, by) => {
        const score = scoreOf(pair, by)
        expect(score >= 0 && score <= 1).toBe(true)
      }),
    )
    const most = { interests: 1, aReceives: 1, bReceives: 1, context: 1, apart: 1, novelty: 1, isWelcome: true }
    expect(scoreOf(most)).toBeCloseTo(1, 12)
  })

  test('is 0 when nothing is shared, whatever else is known, and above 0 when anything is', () => {
    fc.assert(
      fc.property(features, settings, (pair, by) => {
        expect(scoreOf({ ...pair, interests: 0, aReceives: 0, bReceives: 0, context: 0 }, by)).toBe(0)
      }),
    )
    const nothing = { ...plain, interests: 0 }
    for (const key of ['interests', 'aReceives', 'bReceives', 'context'] as const) {
      expect(scoreOf({ ...nothing, [key]: 0.1 })).toBeGreaterThan(0)
    }
  })

  test.each(['interests', 'aReceives', 'bReceives', 'context', 'apart', 'novelty'] as const)(
    'never falls when %s grows',
    (key) => {
      fc.assert(
        fc.property(features, share, (pair, value) => {
          const [less, more] = [Math.min(pair[key], value), Math.max(pair[key], value)]
          expect(scoreOf({ ...pair, [key]: more })).toBeGreaterThanOrEqual(scoreOf({ ...pair, [key]: less }) - 1e-12)
        }),
      )
    },
  )

  test('is higher for a newcomer with a regular, and for other fields with as much in common', () => {
    expect(scoreOf({ ...plain, isWelcome: true })).toBeGreaterThan(scoreOf(plain))
    expect(scoreOf({ ...plain, apart: 1 })).toBeGreaterThan(scoreOf(plain))
  })

  test('is higher when both get something than when one gets as much alone', () => {
    const shared = { ...plain, interests: 0 }
    expect(scoreOf({ ...shared, aReceives: 0.5, bReceives: 0.5 })).toBeGreaterThan(scoreOf({ ...shared, aReceives: 1 }))
  })
})

test('the shares of a gain add up to 1', () => {
  const { interestWeight, receiveWeight, giveWeight, contextWeight } = defaultSettings
  expect(interestWeight + receiveWeight + giveWeight + contextWeight).toBeCloseTo(1, 12)
})
