import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchTexts, sharedWords } from './match-texts'
import { readText } from './read-text'

const read = (text: string) => readText(text, null)

describe('by words alone', () => {
  test('an offer that names what is asked for matches, one that does not does not', () => {
    const ask = read('somebody who knows beekeeping')
    expect(matchTexts(ask, read('beekeeping for beginners'))).toBeGreaterThan(0.5)
    expect(matchTexts(ask, read('sourdough baking'))).toBe(0)
  })

  test('what two share is said as the first of them wrote it', () => {
    expect(sharedWords(read('Hiking and BEES'), read('a bee on a hike'))).toEqual(['Hiking', 'BEES'])
  })
})

describe('whatever is written', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }))

  test('a match is a number from 0 to 1, and the same every time', () => {
    fc.assert(
      fc.property(text, text, (ask, offer) => {
        const match = matchTexts(read(ask), read(offer))
        expect(match).toBeGreaterThanOrEqual(0)
        expect(match).toBeLessThanOrEqual(1)
        expect(matchTexts(read(ask), read(offer))).toBe(match)
      }),
    )
  })

  test('nothing matches what says nothing', () => {
    fc.assert(fc.property(text, (offer) => matchTexts(read(''), read(offer)) === 0))
  })
})
