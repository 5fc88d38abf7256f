import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysFrom } from './local-days'
import { FOUR, fourFromTheBottom, weekOf, type Candidate } from './four-from-the-bottom'

const MONDAY = '2026-11-16'
const NEXT_MONDAY = '2026-11-23'

/** People who were in touch so many days before {@link MONDAY}, so often. */
const candidate = fc.record({ days: fc.integer({ min: 0, max: 900 }), interactions: fc.integer({ min: 0, max: 6 }) })
const candidates = fc
  .array(candidate, { maxLength: 40 })
  .map((rows) => rows.map(({ days, interactions }, at): Candidate => ({ contactId: `con_${String(at)}`, lastOn: daysFrom(MONDAY, -days), interactions })))

const idsOf = (chosen: readonly { readonly contactId: string }[]) => chosen.map(({ contactId }) => contactId)
const weeks = fc.integer({ min: 0, max: 200 }).map((count) => daysFrom(MONDAY, 7 * count))

describe('whoever the people are', () => {
  test('four of those who are silent, or all of fewer, each once, a warm-up first and alone, and every place true', () => {
    fc.assert(
      fc.property(candidates, weeks, (people, week) => {
        const chosen = fourFromTheBottom(people, [], week)
        const latest = daysFrom(week, -21)
        const silent = people.filter(({ lastOn, interactions }) => interactions === 0 || lastOn <= latest)
        expect(chosen.length).toBe(Math.min(FOUR, silent.length))
        const known = new Map(silent.map((one) => [one.contactId, one]))
        for (const { contactId, place } of chosen) {
          const { interactions = -1, lastOn = '' } = known.get(contactId) ?? {}
          expect(interactions).toBeGreaterThanOrEqual(place === 'lesserKnown' ? 0 : 1)
          if (place === 'lesserKnown') expect(interactions).toBeLessThanOrEqual(1)
          if (place === 'warmUp') expect(lastOn >= daysFrom(week, -182)).toBe(true)
        }
        expect(new Set(idsOf(chosen)).size).toBe(chosen.length)
        expect(chosen.findLastIndex(({ place }) => place === 'warmUp')).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('the same at every look, in whatever order they come', () => {
    fc.assert(
      fc.property(candidates, weeks, fc.integer(), (people, week, seed) => {
        const shuffled = [...people].sort((a, b) => ((a.interactions * 31 + seed) % 7) - ((b.interactions * 31 + seed) % 7))
        expect(fourFromTheBottom(shuffled, [], week)).toEqual(fourFromTheBottom(people, [], week))
      }),
    )
  })

  test('nobody two weeks running while somebody else waits and the same people are silent', () => {
    fc.assert(
      fc.property(candidates, weeks, (all, week) => {
        const people = all.filter(({ lastOn }) => lastOn <= daysFrom(week, -21))
        const first = new Set(idsOf(fourFromTheBottom(people, [], week)))
        const second = new Set(idsOf(fourFromTheBottom(people, [], daysFrom(week, 7))))
        const again = [...second].filter((id) => first.has(id))
        const leftWaiting = people.filter(({ contactId }) => !first.has(contactId) && !second.has(contactId))
        if (again.length > 0) expect(leftWaiting).toEqual([])
      }),
    )
  })

  test('nobody of the longest silences is left out two weeks running', () => {
    fc.assert(
      fc.property(candidates, weeks, (all, week) => {
        const people = all.filter(({ lastOn, interactions }) => lastOn <= daysFrom(week, -21) && interactions > 1)
        const longest = people.map(({ lastOn }) => lastOn).sort()[0]
        if (longest === undefined) return
        const both = [week, daysFrom(week, 7)].flatMap((monday) => idsOf(fourFromTheBottom(people, [], monday)))
        expect(people.some(({ contactId, lastOn }) => lastOn === longest && both.includes(contactId))).toBe(true)
      }),
    )
  })

  test('somebody hardly known is among them where there is one besides the first', () => {
    fc.assert(
      fc.property(candidates, weeks, (people, week) => {
        // Those of whom the four are chosen: everybody, while they are few.
        if (people.length > FOUR) return
        const chosen = fourFromTheBottom(people, [], week)
        const hasStranger = people.some(({ lastOn, interactions }) => interactions === 0 || (interactions === 1 && lastOn <= daysFrom(week, -21)))
        expect(chosen.some(({ place }) => place === 'lesserKnown')).toBe(hasStranger)
      }),
    )
  })

  test('who is added in the week takes nobody’s place', () => {
    fc.assert(
      fc.property(candidates, weeks, fc.integer({ min: 0, max: 5 }), (people, week, added) => {
        const before = idsOf(fourFromTheBottom(people, [], week))
        const newcomers = Array.from({ length: added }, (_, at) => `new_${String(at)}`)
        expect(idsOf(fourFromTheBottom(people, newcomers, week))).toEqual([...before, ...newcomers].slice(0, FOUR))
      }),
    )
  })
})

/** Enough of a crowd that each week's half has many. */
const crowd = Array.from({ length: 60 }, (_, at): Candidate => ({
  contactId: `con_${String(at)}`,
  lastOn: daysFrom(MONDAY, -(20 + at * 10)),
  interactions: at % 5 === 0 ? 1 : 3,
}))
const find = (contactId: string) => crowd.find((one) => one.contactId === contactId)

test('after the easy one come long silences: longer than of three quarters of all', () => {
  const [first, ...rest] = fourFromTheBottom(crowd, [], MONDAY)
  expect(find(first?.contactId ?? '')?.lastOn).toBe('2026-10-17')
  const silences = crowd.map(({ lastOn }) => lastOn).sort()
  const bottom = silences.slice(0, 15)
  const silent = rest.filter(({ place }) => place === 'silent')
  expect(silent.length).toBe(2)
  expect(silent.every(({ contactId }) => bottom.includes(find(contactId)?.lastOn ?? ''))).toBe(true)
})

test('the easy one is recent, but not of the last weeks, and somebody known; rather three than somebody of last week', () => {
  const people: Candidate[] = [
    { contactId: 'yesterday', lastOn: '2026-11-15', interactions: 9 },
    { contactId: 'stranger', lastOn: '2026-10-01', interactions: 1 },
    { contactId: 'october', lastOn: '2026-10-20', interactions: 4 },
    { contactId: 'spring', lastOn: '2026-03-01', interactions: 4 },
  ]
  expect(fourFromTheBottom(people, [], MONDAY).map(({ contactId, place }) => [contactId, place])).toEqual([
    ['october', 'warmUp'],
    ['spring', 'silent'],
    ['stranger', 'lesserKnown'],
  ])
})

test('of one import, all silent since the same day, other people come every other week', () => {
  const people = Array.from({ length: 300 }, (_, at): Candidate => ({ contactId: `con_${String(at)}`, lastOn: '2026-01-01', interactions: 0 }))
  const seen = new Set<string>()
  for (let week = MONDAY; week < '2027-02-01'; week = daysFrom(week, 7)) for (const id of idsOf(fourFromTheBottom(people, [], week))) seen.add(id)
  expect(seen.size).toBeGreaterThan(30)
})

test.each([
  ['2026-11-16', MONDAY],
  ['2026-11-22', MONDAY],
  ['2026-11-23', NEXT_MONDAY],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (date, monday) => {
  expect(weekOf(date)).toBe(monday)
})
