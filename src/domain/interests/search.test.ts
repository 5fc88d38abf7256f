import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INTEREST_CATALOGUE } from './catalogue'
import { isOneEditAway, searchInterests } from './search'

function first(query: string): string | undefined {
  return searchInterests(query, INTEREST_CATALOGUE, 5)[0]?.label
}

test.each([
  ['js', 'JavaScript'],
  ['photos', 'Photography'],
  ['bees', 'Beekeeping'],
  ['c++', 'C++'],
  ['C', 'C'],
  ['r', 'R'],
  ['k8s', 'Kubernetes'],
  ['photogr', 'Photography'],
  ['phtography', 'Photography'],
  ['beekeping', 'Beekeeping'],
  ['gardneing', 'Gardening'],
  ['D&D', 'Role-playing games'],
  ['ceramics', 'Pottery'],
])('%j finds %s first', (query, label) => {
  expect(first(query)).toBe(label)
})

test('ranks: exact, synonym, beginning, beginning of a word, synonym beginning, typo', () => {
  const entries = [
    { slug: 'a-cart', label: 'Cart', synonyms: [] },
    { slug: 'old-cards', label: 'Old cards', synonyms: [] },
    { slug: 'poker', label: 'Poker', synonyms: ['cards at night'] },
    { slug: 'card-games', label: 'Card games', synonyms: [] },
    { slug: 'whist', label: 'Whist', synonyms: ['card'] },
    { slug: 'card', label: 'Card', synonyms: [] },
    { slug: 'tea', label: 'Tea', synonyms: [] },
  ]
  expect(searchInterests('card', entries, 10).map((entry) => entry.slug)).toEqual([
    'card', 'whist', 'card-games', 'old-cards', 'poker', 'a-cart',
  ])
  expect(searchInterests('card', entries, 2)).toHaveLength(2)
})

test('nothing typed, or only signs, finds nothing', () => {
  expect(searchInterests(' ', INTEREST_CATALOGUE, 5)).toEqual([])
  expect(searchInterests('??', INTEREST_CATALOGUE, 5)).toEqual([])
  expect(searchInterests('js', INTEREST_CATALOGUE, 0)).toEqual([])
})

test('short words forgive no typing error', () => {
  const entries = [{ slug: 'cat', label: 'Cat', synonyms: [] }]
  expect(searchInterests('car', entries, 5)).toEqual([])
})

test('every interest is found first by its own name', () => {
  for (const entry of INTEREST_CATALOGUE) expect(first(entry.label)).toBe(entry.label)
})

test('the order of the entries makes no difference', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...INTEREST_CATALOGUE], { minLength: INTEREST_CATALOGUE.length }),
      fc.constantFrom('ma', 'design', 'danc', 'c', 'musik'),
      (shuffled, query) => {
        expect(searchInterests(query, shuffled, 8)).toEqual(searchInterests(query, INTEREST_CATALOGUE, 8))
      },
    ),
    { numRuns: 20 },
  )
})

test.each([
  ['card', 'cart', true],
  ['card', 'crad', true],
  ['card', 'cards', true],
  ['card', 'car', true],
  ['card', 'card', false],
  ['card', 'dark', false],
  ['card', 'ca', false],
])('isOneEditAway(%j, %j) is %j', (a, b, expected) => {
  expect(isOneEditAway(a, b)).toBe(expected)
  expect(isOneEditAway(b, a)).toBe(expected)
})
