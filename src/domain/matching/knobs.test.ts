import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingsFrom } from './knobs'
import { scorePair } from './score/score-pair'
import { surpriseOf } from './score/surprise'
import { defaultSettings, type MatchingSettings } from './settings'

const turn = fc.double({ min: -1, max: 1, noNaN: true })
const untouched = { alike: 0, newcomersFirst: false }

function score(interests: number, apart: number, isWelcome: boolean, settings: MatchingSettings): number {
  return scorePair(interests, 0, 0, 0, apart, 1, isWelcome, settings)
}

test('knobs that nobody turned change nothing', () => {
  expect(settingsFrom(untouched)).toEqual(defaultSettings)
})

test('the more alike, the more those alike in one field count beside those of other fields', () => {
  fc.assert(
    fc.property(turn, turn, (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      const ratio = (alike: number) => {
        const settings = settingsFrom({ ...untouched, alike })
        return score(0.5, 0.1, false, settings) / score(0.1, 0.9, false, settings)
      }
      expect(ratio(more)).toBeGreaterThanOrEqual(ratio(less) - 1e-12)
    }),
  )
})

test('places for the unexpected go at ‘alike’ and are more at ‘unlike’', () => {
  const places = (alike: number) => settingsFrom({ ...untouched, alike }).unexpectedPlaces
  expect([places(1), places(0), places(-1)]).toEqual([0, defaultSettings.unexpectedPlaces, defaultSettings.unexpectedPlaces + 1])
})

test('a little in common makes a better surprise at ‘unlike’', () => {
  const surprise = (alike: number) => surpriseOf(0.1, 0, 1, 0, settingsFrom({ ...untouched, alike }))
  expect(surprise(-1)).toBeGreaterThan(surprise(1))
})

test('newcomers first: a newcomer with a regular counts more beside the same pair without', () => {
  const ratio = (newcomersFirst: boolean) => {
    const settings = settingsFrom({ alike: 0, newcomersFirst })
    return score(0.2, 0, true, settings) / score(0.2, 0, false, settings)
  }
  expect(ratio(true)).toBeGreaterThan(ratio(false))
  expect(settingsFrom({ alike: 0, newcomersFirst: true }).newcomersPerRegular).toBe(
    defaultSettings.newcomersPerRegular + 1,
  )
})

test.each([
  [7, 1],
  [-Infinity, -1],
  [Number.NaN, 0],
])('a knob at %d counts as %d', (alike, as) => {
  expect(settingsFrom({ alike, newcomersFirst: false })).toEqual(settingsFrom({ alike: as, newcomersFirst: false }))
})
