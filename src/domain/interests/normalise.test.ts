import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INTEREST_MAX_LENGTH, labelOfInterest, slugOfInterest } from './normalise'

describe('slugOfInterest', () => {
  test.each([
    ['JavaScript', 'javascript'],
    ['  Knitting & Crochet ', 'knitting-and-crochet'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C＋＋', 'c-plus-plus'],
    ['C++17', 'c-plus-plus-17'],
    ['C#', 'c-sharp'],
    ['F#', 'f-sharp'],
    ['R', 'r'],
    ['.NET', 'dot-net'],
    ['Node.js', 'node-js'],
    ['#hashtag', 'hashtag'],
    ['Café crème', 'cafe-creme'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ＡＩ', 'ai'],
    ["Children's books", 'childrens-books'],
    ['Children’s books', 'childrens-books'],
    ['Українська', 'українська'],
    ['日本語', '日本語'],
    ['हिन्दी', 'हिन्दी'],
    ['a\u200bb', 'ab'],
  ])('%j becomes %j', (text, slug) => {
    expect(slugOfInterest(text)).toBe(slug)
  })

  test.each(['', '   ', '!!!', '🎉', '\u202e', '--', '\u0301'])('nothing is left of %j', (text) => {
    expect(slugOfInterest(text)).toBeNull()
  })

  test('any text gives a slug of the right form, and a slug stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
        const slug = slugOfInterest(text)
        if (slug === null) return
        expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u)
        expect(Array.from(slug).length).toBeLessThanOrEqual(INTEREST_MAX_LENGTH)
        expect(slugOfInterest(slug)).toBe(slug)
      }),
      { numRuns: 1000 },
    )
  })

  test('case and surrounding space make no difference', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé#+. -]{1,20}$/), (text) => {
        expect(slugOfInterest(` ${text.toUpperCase()}\t`)).toBe(slugOfInterest(text))
      }),
    )
  })
})

describe('labelOfInterest', () => {
  test.each([
    ['  urban \n\t sketching ', 'urban sketching'],
    ['safe\u202etxt', 'safetxt'],
    ['bell\u0007', 'bell'],
    ['C++', 'C++'],
    ['می‌خواهم', 'می‌خواهم'],
    ['\u200d\u2066', ''],
  ])('%j is shown as %j', (text, label) => {
    expect(labelOfInterest(text)).toBe(label)
  })

  test('any text gives one clean line of at most 60 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
        const label = labelOfInterest(text)
        expect(Array.from(label).length).toBeLessThanOrEqual(INTEREST_MAX_LENGTH)
        expect(label).not.toMatch(/\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u)
      }),
      { numRuns: 1000 },
    )
  })
})
