import { describe, expect, test } from 'vitest'
import { atRandom, idfCosine, sharedTags, topicsOf } from './baselines'
import { engineScore } from './engine'
import { ndcgAt } from './ndcg'
import { evaluate } from './protocol'
import type { Conference, FormEntry } from './read-data'

/** Four teams of ten: a team shares a topic of its own, everybody shares another, and teams keep together. */
const people = Array.from({ length: 40 }, (_, at): FormEntry => {
  const team = String(at % 4)
  return { id: String(at), topics: ['all', `team ${team}`], languages: ['en'], affiliation: [], city: [], studies: [] }
})
const sameTeam = (a: string, b: string) => Number(a) % 4 === Number(b) % 4
const conference: Conference = { people, secondsTogether: (a, b) => (sameTeam(a, b) ? 1000 + Number(a) + Number(b) : 1) }

describe('NDCG', () => {
  test.each([
    [[true, true, true, true, true], 9, 1],
    [[false, false, false, false, false], 2, 0],
    [[true, false, false, false, false], 2, 1 / (1 + 1 / Math.log2(3))],
    [[false, true, false, false, false], 1, 1 / Math.log2(3)],
  ])('of %j, %i being right in all', (rights, rightCount, value) => {
    expect(ndcgAt(5, rights, rightCount)).toBeCloseTo(value, 12)
  })
})

test('a method that knows the answer gets 1, one that knows nothing the share of right ones', () => {
  expect(evaluate(conference, (a, b) => conference.secondsTogether(a.id, b.id)).all).toBeCloseTo(1, 12)
  const { all, strangers } = evaluate(conference, atRandom)
  expect(all).toBeGreaterThan(0.07)
  expect(all).toBeLessThan(0.14)
  // Nobody shares anything but topics: all are strangers to each other.
  expect(strangers).toBeCloseTo(all, 1)
})

test('the engine and the baselines find the teams', () => {
  const chance = evaluate(conference, atRandom).all
  for (const method of [engineScore(people), sharedTags, idfCosine(people, topicsOf)]) {
    expect(evaluate(conference, method).all).toBeGreaterThan(2 * chance)
  }
})

test('those of one city, place of study or affiliation are no strangers', () => {
  const neighbours = people.map((entry) => ({ ...entry, city: ['here'] }))
  expect(evaluate({ ...conference, people: neighbours }, sharedTags).strangers).toBeNaN()
})
