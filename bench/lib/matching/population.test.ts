import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idsOfPairKey } from '../../../src/domain/matching/pair-key'
import { NEEDS } from './phrases'
import { population } from './population'

const room = fc.record({ size: fc.integer({ min: 0, max: 150 }), seed: fc.integer({ min: 0, max: 1_000_000 }) })

describe('a population', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(population({ size: 60, seed: 7 })).toEqual(population({ size: 60, seed: 7 }))
    expect(population({ size: 60, seed: 7 })).not.toEqual(population({ size: 60, seed: 8 }))
  })

  test('has as many people as asked for, each with interests of their own and a history that adds up', () => {
    fc.assert(
      fc.property(room, (given) => {
        const { people } = population(given)
        expect(new Set(people.map(({ id }) => id)).size).toBe(given.size)
        for (const { interests, attended, visitNumber, affiliations } of people) {
          expect(interests.length).toBeGreaterThan(0)
          expect(new Set(interests.map(({ slug }) => slug)).size).toBe(interests.length)
          expect(new Set(attended).size).toBe(visitNumber - 1)
          expect(new Set(affiliations.map(({ kind }) => kind)).size).toBe(affiliations.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('has met both ways, never oneself, and was shown only people who were there and not met', () => {
    fc.assert(
      fc.property(room, (given) => {
        const { people, shownBefore = [], excluded } = population(given)
        const byId = new Map(people.map((person) => [person.id, person]))
        for (const { id, met } of people) {
          expect(met).not.toContain(id)
          for (const other of met) expect(byId.get(other)?.met ?? [id]).toContain(id)
        }
        for (const { a, b, eventsAgo } of shownBefore) {
          expect(byId.get(a)?.met).not.toContain(b)
          for (const one of [a, b]) expect(byId.get(one)?.attended).toContain(`ago-${String(eventsAgo)}`)
        }
        for (const key of excluded) expect(idsOfPairKey(key)?.every((id) => byId.has(id))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('knows each other in clusters: friends of friends know each other far more often than strangers', () => {
    const { people } = population({ size: 1_000, seed: 1 })
    const met = new Map(people.map((person) => [person.id, new Set(person.met)]))
    const pairs = people.flatMap((person) => {
      const here = person.met.filter((id) => met.has(id))
      return here.flatMap((a, at) => here.slice(at + 1).map((b) => met.get(a)?.has(b) === true))
    })
    const closed = pairs.filter(Boolean).length / pairs.length
    const density = people.reduce((sum, person) => sum + person.met.length, 0) / people.length / 1_400
    expect(closed).toBeGreaterThan(density * 10)
  })

  test('has asks and offers enough that a text is no clue to who wrote it', () => {
    expect(new Set(NEEDS.flatMap(({ asks }) => asks)).size).toBeGreaterThanOrEqual(40)
    expect(new Set(NEEDS.flatMap(({ offers }) => offers)).size).toBeGreaterThanOrEqual(40)
    const { people } = population({ size: 1_000, seed: 1 })
    const asks = people.flatMap(({ ask }) => (ask === '' ? [] : [ask]))
    expect(asks.length / people.length).toBeCloseTo(0.55, 1)
    expect(new Set(asks).size).toBeGreaterThan(200)
  })
})
