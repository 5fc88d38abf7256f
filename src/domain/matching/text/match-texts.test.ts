import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchTexts, sharedWords } from './match-texts'
import { readText } from './read-text'
import { smallTable } from '../../../../tests/support/small-word-table'
import { parseWordVectors } from './word-vectors'

const table = parseWordVectors(smallTable())
const byWords = (text: string) => readText(text, null)
const byMeaning = (text: string) => readText(text, table)

describe('by words alone', () => {
  test('an offer that names what is asked for matches, one that does not does not', () => {
    const ask = byWords('somebody who knows beekeeping')
    expect(matchTexts(ask, byWords('beekeeping for beginners'))).toBeGreaterThan(0.5)
    expect(matchTexts(ask, byWords('sourdough baking'))).toBe(0)
  })

  test('words of any script count', () => {
    expect(matchTexts(byWords('Кто держит пчёлы'), byWords('пчёлы и мёд'))).toBeGreaterThan(0)
    expect(matchTexts(byMeaning('日本語を学ぶ'), byMeaning('日本語'))).toBeGreaterThan(0)
  })
})

describe('by meaning', () => {
  test('an offer matches without a word in common, and no word is claimed', () => {
    const ask = byMeaning('a dripping tap')
    const offer = byMeaning('I am a plumber')
    expect(matchTexts(ask, offer)).toBeGreaterThan(0.5)
    expect(matchTexts(ask, byMeaning('guitar chords'))).toBeLessThan(0.05)
    expect(sharedWords(ask, offer)).toEqual([])
  })

  test('a word stands for its stem, and a compound for its parts', () => {
    expect(byMeaning('two plumbers').meaning).toEqual(byMeaning('plumber').meaning)
    expect(byMeaning('guitarplumber').topics).toHaveLength(2)
    expect(byMeaning('xylem').meaning).toBeNull()
  })

  test('the nearest topic comes first', () => {
    expect([...byMeaning('plumber').topics]).toEqual([0, 1])
    expect([...byMeaning('guitar').topics]).toEqual([1, 0])
  })
})

describe('what may be claimed', () => {
  test('what two share is said as the first of them wrote it', () => {
    expect(sharedWords(byWords('Hiking and BEES'), byWords('a bee on a hike'))).toEqual(['Hiking', 'BEES'])
  })

  test.each([
    ['I am looking for someone to help with work on a project', 'looking for a project to help someone at work'],
    ['find a good group this week', 'a good group to find every week'],
    ['wanted: people who know about things', 'I know people and things'],
  ])('nothing is shared by %j and %j', (ask, offer) => {
    expect(sharedWords(byWords(ask), byWords(offer))).toEqual([])
    expect(matchTexts(byWords(ask), byWords(offer))).toBe(0)
  })
})

describe('whatever is written', () => {
  const known = fc.constantFrom('plumber', 'taps', 'Guitar', 'chords', 'and', '蜂', '🐝', '\u0000', '\ud800', 'é')
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(known, { maxLength: 30 }).map((words) => words.join(' ')),
  )

  test('a match is a number from 0 to 1, and the same every time', () => {
    fc.assert(
      fc.property(text, text, (ask, offer) => {
        for (const read of [byWords, byMeaning]) {
          const match = matchTexts(read(ask), read(offer))
          expect(match).toBeGreaterThanOrEqual(0)
          expect(match).toBeLessThanOrEqual(1)
          expect(matchTexts(read(ask), read(offer))).toBe(match)
        }
      }),
    )
  })

  test('nothing matches what says nothing', () => {
    fc.assert(
      fc.property(text, (other) => {
        expect(matchTexts(byMeaning(''), byMeaning(other))).toBe(0)
        expect(matchTexts(byMeaning(other), byMeaning(' \n'))).toBe(0)
      }),
    )
  })

  test('a meaning has length 1, with a sign bit and a topic to each', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { meaning, signature, topics } = byMeaning(written)
        expect(meaning === null ? 1 : Math.hypot(...meaning)).toBeCloseTo(1, 5)
        expect(signature === null).toBe(meaning === null)
        expect(topics).toHaveLength(meaning === null ? 0 : 2)
      }),
    )
  })

  test('case and accents do not matter', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'e', 'o', 'n', 'r', 't'), minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const plain = words.join(' ')
        const other = plain.toUpperCase().replaceAll('E', 'É').replaceAll('O', 'Ö')
        expect([...byMeaning(other).words.keys()]).toEqual([...byMeaning(plain).words.keys()])
        expect(byMeaning(other).meaning).toEqual(byMeaning(plain).meaning)
      }),
    )
  })

  test('ten thousand characters of anything are read', () => {
    for (const piece of ['plumber', 'plumber ', '🐝', '\ud800', '蜂', 'a\u0301', '\u0000']) {
      expect(byMeaning(piece.repeat(10_000 / piece.length)).words.size).toBeLessThanOrEqual(2)
    }
  })
})
