import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ARRIVALS_PER_SOLVE, arrive, openLiveRoom } from './live-room'
import { factsOf } from './room/pair-facts'
import { exposureOf, listOf } from './board'
import { defaultSettings } from './settings'
import type { Person } from './types'

const { listLength, longestList, maxExposure } = defaultSettings
const TOPICS = ['bees', 'chess', 'film', 'go', 'jazz', 'tea']

function person(at: number, topics: readonly string[], met: readonly string[] = []): Person {
  return {
    id: `p${String(at)}`,
    interests: topics.map((slug) => ({ slug, label: slug, field: slug })),
    affiliations: [],
    attended: [],
    met,
    ask: at % 3 === 0 ? 'a beekeeper' : '',
    offer: at % 4 === 0 ? 'beekeeping' : '',
    starter: '',
    visitNumber: 1 + (at % 5),
  }
}

const people = (most: number) =>
  fc
    .array(fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 4 }), { minLength: 2, maxLength: most })
    .map((lists) => lists.map((topics, at) => person(at, topics, at > 2 ? [`p${String(at - 2)}`] : [])))

test('whoever comes in is shown people at once, nobody loses anybody, and the limits hold', () => {
  fc.assert(
    fc.property(people(24), fc.integer({ min: 1, max: 12 }), (all, arriving) => {
      const before = all.slice(0, Math.max(1, all.length - arriving))
      const live = openLiveRoom({ people: before, excluded: new Set(), kept: [] })
      for (const newcomer of all.slice(before.length)) {
        const stood = live.board.lists.map((list) => [...list])
        arrive(live, newcomer)
        const at = live.room.placeOf.get(newcomer.id) ?? -1
        stood.forEach((list, reader) => {
          expect(listOf(live.board, reader)).toEqual(expect.arrayContaining(list))
        })
        for (let other = 0; other < live.room.members.length; other += 1) {
          expect(listOf(live.board, other).length).toBeLessThanOrEqual(longestList)
          expect(exposureOf(live.board, other)).toBeLessThanOrEqual(maxExposure)
        }
        expect(listOf(live.board, at).map((other) => live.room.members[other]?.person.id)).not.toContain(newcomer.met[0])
        if (live.room.members.length > 3) expect(listOf(live.board, at).length).toBeGreaterThan(0)
      }
    }),
  )
})

test('one who comes in with the rest knows as much of them as one who was there from the start', () => {
  fc.assert(
    fc.property(people(16), (all) => {
      const [newcomer = person(99, []), ...before] = all
      const late = openLiveRoom({ people: before, excluded: new Set(), kept: [] })
      arrive(late, newcomer)
      const early = openLiveRoom({ people: all, excluded: new Set(), kept: [] })
      for (const { id } of before) {
        const [atLate, otherLate] = [late.room.placeOf.get(newcomer.id) ?? -1, late.room.placeOf.get(id) ?? -1]
        const [atEarly, otherEarly] = [early.room.placeOf.get(newcomer.id) ?? -1, early.room.placeOf.get(id) ?? -1]
        const [then, now] = [factsOf(late.room, atLate, otherLate), factsOf(early.room, atEarly, otherEarly)]
        expect(then?.interests.length).toBe(now?.interests.length)
        expect((then?.aReceives ?? 0) + (then?.bReceives ?? 0)).toBeCloseTo((now?.aReceives ?? 0) + (now?.bReceives ?? 0), 6)
      }
    }),
  )
})

test('a room takes in as many as come between two solves', () => {
  const live = openLiveRoom({ people: [person(0, ['bees'])], excluded: new Set(), kept: [] })
  for (let at = 1; at <= ARRIVALS_PER_SOLVE; at += 1) arrive(live, person(at, ['bees']))
  for (let at = 2; at <= ARRIVALS_PER_SOLVE; at += 1) expect(listOf(live.board, at).length).toBeGreaterThanOrEqual(Math.min(listLength, 1))
})
