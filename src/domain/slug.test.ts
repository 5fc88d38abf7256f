import { expect, test } from 'vitest'
import { slugAttempt, slugOf } from './slug'

test.each([
  ['Thursday Gathering', 'thursday-gathering'],
  ['  Café & Straße!  ', 'cafe-strasse'],
  ["Maker's Night – No. 7", 'makers-night-no-7'],
  ['東京の集い', 'community'],
  ['🙂', 'community'],
  ['New', 'community'],
  ['x'.repeat(200), 'x'.repeat(55)],
])('%j becomes %s', (name, slug) => {
  expect(slugOf(name, 'community')).toBe(slug)
})

test('a second of the same name gets a number that can be read', () => {
  expect([1, 2, 3].map((attempt) => slugAttempt('harbour', attempt))).toEqual(['harbour', 'harbour-2', 'harbour-3'])
})
