import { expect, test } from 'vitest'
import { INTEREST_CATALOGUE, OFFERED_INTERESTS } from './catalogue'
import { INTEREST_FIELDS } from './catalogue/entry'
import { INTEREST_MAX_LENGTH, labelOfInterest, slugOfInterest } from './normalise'

test('every name and every synonym leads to exactly one interest', () => {
  const owners = new Map<string, string[]>()
  for (const entry of INTEREST_CATALOGUE) {
    for (const word of [entry.slug, ...entry.synonyms.map((synonym) => slugOfInterest(synonym) ?? '')]) {
      owners.set(word, [...(owners.get(word) ?? []), entry.label])
    }
  }
  expect([...owners].filter(([word, labels]) => word === '' || labels.length > 1)).toEqual([])
})

test('slugs and labels are in the form that typed ones take', () => {
  for (const { slug, label } of INTEREST_CATALOGUE) {
    expect(slug).toBe(slugOfInterest(label))
    expect(label).toBe(labelOfInterest(label))
    expect(slug.length).toBeLessThanOrEqual(INTEREST_MAX_LENGTH)
  }
})

test('the catalogue has a useful size and every field has entries', () => {
  expect(INTEREST_CATALOGUE.length).toBeGreaterThanOrEqual(350)
  expect(INTEREST_CATALOGUE.length).toBeLessThanOrEqual(500)
  expect(new Set(INTEREST_CATALOGUE.map((entry) => entry.field))).toEqual(new Set(INTEREST_FIELDS))
})

test('36 are offered first, from every field but a few at most of each', () => {
  expect(OFFERED_INTERESTS).toHaveLength(36)
  const counts = INTEREST_FIELDS.map(
    (field) => OFFERED_INTERESTS.filter((entry) => entry.field === field).length,
  )
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(1)
  expect(Math.max(...counts)).toBeLessThanOrEqual(4)
})
