import { describe, expect, test } from 'vitest'
import { stem } from './stem'
import { contentWords } from './words'

describe('stem', () => {
  test.each([
    ['bees', 'bee'],
    ['hiking', 'hike'],
    ['hikers', 'hike'],
    ['running', 'runs'],
    ['swimming', 'swim'],
    ['companies', 'company'],
    ['cookies', 'cookie'],
    ['coding', 'coder'],
    ['designers', 'designed'],
    ['development', 'developing'],
    ['managing', 'manage'],
    ['translations', 'translate'],
    ['boxes', 'box'],
    ['photos', 'photography'],
    ['teaching', 'teachers'],
    ['organising', 'organizer'],
    ['invested', 'investor'],
    ['planned', 'planning'],
  ])('%s and %s are the same word', (a, b) => {
    expect(stem(a)).toBe(stem(b))
  })

  test.each([
    ['organ', 'organization'],
    ['car', 'care'],
    ['market', 'marketing'],
    ['new', 'news'],
    ['engine', 'engineering'],
    ['universe', 'university'],
    ['policy', 'police'],
    ['busy', 'business'],
    ['corn', 'corner'],
    ['form', 'former'],
    ['even', 'evening'],
  ])('%s and %s are different words', (a, b) => {
    expect(stem(a)).not.toBe(stem(b))
  })

  test.each(['c++', 'пчёлы', 'über', 'x'])('%s is left alone', (word) => {
    expect(stem(word)).toBe(word)
  })
})

test.each([
  ['I am looking for somebody who can help me with C++ and beekeeping', ['c++', 'beekeep']],
  ['Ich suche jemanden, der mir mit Bienen helfen kann', ['bienen']],
  ["I don't know; women's football?", ['womens', 'football']],
  ['日本語を学ぶ', ['日本語', 'を', '学ぶ']],
  ['Café, CAFE', ['cafe']],
  ['', []],
])('the content words of %j', (text, words) => {
  expect([...contentWords(text).keys()].map((word) => word)).toEqual(
    words.map((word) => (/^[a-z]+$/.test(word) ? stem(word) : word)),
  )
})
