import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultSettings as settings } from '../settings'
import { isUnexpected, surpriseOf } from './surprise'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const { unexpectedRareness, unexpectedUnlike, unexpectedApart, unexpectedMost } = settings

test('one rare thing in common, otherwise unlike, is unexpected', () => {
  expect(isUnexpected(0.1, unexpectedRareness, unexpectedUnlike, 0, settings)).toBe(true)
  expect(isUnexpected(0.1, unexpectedRareness, unexpectedUnlike - 0.01, 0, settings)).toBe(false)
})

test('one common thing in common is none, unless they are from other fields', () => {
  expect(isUnexpected(0.1, unexpectedRareness - 0.01, 0, 0, settings)).toBe(false)
  expect(isUnexpected(0.1, unexpectedRareness - 0.01, unexpectedApart, 0, settings)).toBe(true)
  expect(isUnexpected(0, 0, unexpectedApart, 0.2, settings)).toBe(true)
})

test('much alike is not unexpected, and nothing in common cannot be explained', () => {
  fc.assert(
    fc.property(share, share, share, (rarest, apart, context) => {
      expect(isUnexpected(unexpectedMost + 0.01, rarest, apart, context, settings)).toBe(false)
      expect(isUnexpected(0, 0, apart, 0, settings)).toBe(false)
    }),
  )
})

test('it lies between 0 and 1, and grows with the ground and with how far apart they are', () => {
  fc.assert(
    fc.property(share, share, share, share, share, (interests, rarest, apart, context, more) => {
      const surprise = surpriseOf(interests, rarest, apart, context, settings)
      expect(surprise >= 0 && surprise <= 1).toBe(true)
      expect(surpriseOf(interests, Math.max(rarest, more), apart, context, settings)).toBeGreaterThanOrEqual(surprise)
      expect(surpriseOf(interests, rarest, Math.max(apart, more), context, settings)).toBeGreaterThanOrEqual(surprise)
      expect(surpriseOf(interests, rarest, apart, Math.max(context, more), settings)).toBeGreaterThanOrEqual(surprise)
    }),
  )
})
