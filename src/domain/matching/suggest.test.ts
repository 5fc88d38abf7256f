import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairKey } from './pair-key'
import { defaultSettings } from './settings'
import { suggest } from './suggest'
import { isTrue } from '../../../tests/support/is-true'
import type { Affiliation, MatchingInput, Pair, Person, Suggestion } from './types'

const TOPICS = ['Bees', 'Chess', 'Film', 'Go', 'Hiking', 'Jazz', 'Knitting', 'Poetry', 'Robots', 'Tea']
const TEXTS = ['', 'a hardware prototype', 'prototypes in hardware', 'teaching chess', 'a film editor', 'editing films']

const FIELDS = ['nature', 'games', 'arts', '']
const EVENINGS = ['e1', 'e2', 'e3']

const topic = fc
  .constantFrom(...TOPICS)
  .map((label) => ({ slug: label.toLowerCase(), label, field: FIELDS[label.length % FIELDS.length] ?? '' }))
const affiliation = fc.constantFrom<Affiliation>(
  { kind: 'ORGANIZATION', slug: 'harbour', label: 'Harbour Hospital' },
  { kind: 'CITY', slug: 'lisbon', label: 'Lisbon' },
  { kind: 'CITY', slug: 'porto', label: 'Porto' },
  { kind: 'STUDIES', slug: 'law', label: 'Law' },
)
/** Some of those who may be present, and one who never is. */
const acquaintance = fc.integer({ min: 10, max: 30 }).map((at) => `p${String(at)}`)

function personWith(id: string): fc.Arbitrary<Person> {
  return fc.record({
    id: fc.constant(id),
    interests: fc.uniqueArray(topic, { maxLength: 4, selector: ({ slug }) => slug }),
    ask: fc.constantFrom(...TEXTS),
    offer: fc.constantFrom(...TEXTS),
    affiliations: fc.uniqueArray(affiliation, { maxLength: 2, selector: ({ kind }) => kind }),
    attended: fc.uniqueArray(fc.constantFrom(...EVENINGS), { maxLength: 3 }),
    met: fc.uniqueArray(acquaintance, { maxLength: 3 }).map((ids) => ids.filter((other) => other !== id)),
    starter: fc.constantFrom('', 'Ask me about my bees'),
    visitNumber: fc.integer({ min: 1, max: 6 }),
  })
}

function peopleUpTo(size: number): fc.Arbitrary<Person[]> {
  return fc
    .integer({ min: 0, max: size })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => personWith(`p${String(at + 10)}`))))
}

/** A room with some pairs excluded, kept, standing or shown before, of which a few are several of these or name the absent. */
const room: fc.Arbitrary<MatchingInput> = peopleUpTo(28).chain((people) => {
  const id = fc.constantFrom(...people.map((person) => person.id), 'absent')
  const pair = fc.tuple(id, id).filter(([a, b]) => a !== b)
  const pairs = (maxLength: number) => (people.length === 0 ? fc.constant([]) : fc.array(pair, { maxLength }))
  const standing = pairs(6).chain((some) =>
    fc.tuple(
      ...some.map(([a, b]) => fc.constantFrom<Pair>({ a, b }, { a, b, kind: 'MUTUAL' }, { a, b, kind: 'ONE_WAY' })),
    ),
  )
  return fc.record({
    people: fc.constant(people),
    excluded: pairs(60).map((some) => new Set(some.map(([a, b]) => pairKey(a, b)))),
    kept: standing,
    incumbents: standing,
    shownBefore: pairs(8).chain((some) =>
      fc.tuple(...some.map(([a, b]) => fc.record({ a: fc.constant(a), b: fc.constant(b), eventsAgo: fc.integer({ min: 1, max: 8 }) }))),
    ),
    onlySeat: fc.boolean(),
    putAside: pairs(6).map((some) => some.map(([reader, other]) => ({ reader, other }))),
  })
})

function count(suggestions: readonly Suggestion[], key: 'userId' | 'otherId', id: string): number {
  return suggestions.filter((suggestion) => suggestion[key] === id).length
}

/** Whether the input forbids that the two are ever shown to each other. */
function isForbidden({ excluded, people }: MatchingInput, a: string, b: string): boolean {
  const met = (one: string, other: string) => people.find(({ id }) => id === one)?.met.includes(other) === true
  return excluded.has(pairKey(a, b)) || met(a, b) || met(b, a)
}

function isPutAside({ putAside = [] }: MatchingInput, userId: string, otherId: string): boolean {
  return putAside.some(({ reader, other }) => reader === userId && other === otherId)
}

/** How many pairs that stand name this person. */
function heldBy({ kept, incumbents = [] }: MatchingInput, id: string): number {
  return [...kept, ...incumbents].filter(({ a, b }) => a === id || b === id).length
}

function shows(suggestions: readonly Suggestion[], userId: string, otherId: string): boolean {
  return suggestions.some((one) => one.userId === userId && one.otherId === otherId)
}

function person(id: string, more: Partial<Person> = {}): Person {
  return { id, interests: [], affiliations: [], attended: [], met: [], ask: '', offer: '', starter: '', visitNumber: 2, ...more }
}

const nothing = { excluded: new Set<string>(), kept: [] }

describe('in any room', () => {
  test('a suggestion is mutual exactly when each is shown the other', () => {
    fc.assert(
      fc.property(room, (input) => {
        const suggestions = suggest(input)
        for (const { userId, otherId, kind, score } of suggestions) {
          expect(kind === 'MUTUAL').toBe(shows(suggestions, otherId, userId))
          const back = suggestions.find((one) => one.userId === otherId && one.otherId === userId)
          if (back) expect(back.score).toBe(score)
        }
      }),
    )
  })

  test('lists and exposure stay within their limits, save for what was kept', () => {
    fc.assert(
      fc.property(room, (input) => {
        const suggestions = suggest(input)
        for (const { id } of input.people) {
          const keptOfList = heldBy(input, id)
          expect(count(suggestions, 'userId', id)).toBeLessThanOrEqual(
            Math.max(defaultSettings.longestList, keptOfList),
          )
          expect(count(suggestions, 'otherId', id)).toBeLessThanOrEqual(
            Math.max(defaultSettings.maxExposure, keptOfList),
          )
        }
      }),
    )
  })

  test('only other people who are present and not excluded are shown, each once, ranked from 1', () => {
    fc.assert(
      fc.property(room, (input) => {
        const present = new Set(input.people.map(({ id }) => id))
        const suggestions = suggest(input)
        for (const { userId, otherId, score } of suggestions) {
          expect(userId).not.toBe(otherId)
          expect(present).toContain(userId)
          expect(present).toContain(otherId)
          expect(isForbidden(input, userId, otherId)).toBe(false)
          expect(isPutAside(input, userId, otherId)).toBe(false)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        }
        for (const { id } of input.people) {
          const list = suggestions.filter(({ userId }) => userId === id)
          expect(new Set(list.map(({ otherId }) => otherId)).size).toBe(list.length)
          expect(list.map(({ rank }) => rank)).toEqual(list.map((_, at) => at + 1))
        }
      }),
    )
  })

  test('nobody goes without while somebody is left whom they may be shown', () => {
    fc.assert(
      fc.property(room, (input) => {
        const suggestions = suggest(input)
        for (const { id } of input.people) {
          if (count(suggestions, 'userId', id) > 0) continue
          const left = input.people.filter(
            (other) =>
              other.id !== id &&
              !isForbidden(input, id, other.id) &&
              !isPutAside(input, id, other.id) &&
              count(suggestions, 'otherId', other.id) < defaultSettings.maxExposure,
          )
          expect(left).toEqual([])
        }
      }),
    )
  })

  test('between two solves all that stands stays', () => {
    fc.assert(
      fc.property(room, (input) => {
        const suggestions = suggest({ ...input, onlySeat: true })
        const present = new Set(input.people.map(({ id }) => id))
        for (const { a, b } of [...input.kept, ...(input.incumbents ?? [])]) {
          if (!present.has(a) || !present.has(b) || isForbidden(input, a, b) || isPutAside(input, a, b)) continue
          expect(shows(suggestions, a, b)).toBe(true)
        }
      }),
    )
  })

  test('what was kept stays', () => {
    fc.assert(
      fc.property(room, (input) => {
        const suggestions = suggest(input)
        const present = new Set(input.people.map(({ id }) => id))
        for (const { a, b, kind } of input.kept) {
          if (!present.has(a) || !present.has(b) || isForbidden(input, a, b)) continue
          if (!isPutAside(input, a, b)) expect(shows(suggestions, a, b)).toBe(true)
          if (kind !== 'ONE_WAY' && !isPutAside(input, b, a)) expect(shows(suggestions, b, a)).toBe(true)
        }
      }),
    )
  })

  test('the same input gives the same, in whatever order it comes', () => {
    fc.assert(
      fc.property(room, fc.infiniteStream(fc.nat()), (input, order) => {
        const shuffle = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, at: Number(order.next().value) }))
            .sort((x, y) => x.at - y.at)
            .map(({ item }) => item)
        const shuffled = {
          ...input,
          people: shuffle(input.people).map((one) => ({
            ...one,
            interests: shuffle(one.interests),
            affiliations: shuffle(one.affiliations),
            attended: shuffle(one.attended),
            met: shuffle(one.met),
          })),
          excluded: new Set(shuffle([...input.excluded])),
          kept: shuffle(input.kept),
          incumbents: shuffle(input.incumbents ?? []),
          putAside: shuffle(input.putAside ?? []),
          shownBefore: shuffle(input.shownBefore ?? []),
        }
        expect(suggest(shuffled)).toEqual(suggest(input))
      }),
    )
  })

  test('one more arrival empties no list and takes away nothing that is kept', () => {
    fc.assert(
      fc.property(room, personWith('p99'), (input, arrival) => {
        const before = suggest(input)
        const kept = before.map(({ userId: a, otherId: b, kind }) => ({ a, b, kind }))
        const people = [...input.people, { ...arrival, met: [] }]
        const after = suggest({ ...input, people, kept })
        for (const { userId, otherId } of before) expect(shows(after, userId, otherId)).toBe(true)

        const anew = suggest({ ...input, people, kept: input.kept, incumbents: kept, onlySeat: false })
        for (const { id } of input.people) {
          if (count(before, 'userId', id) > 0) expect(count(anew, 'userId', id)).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('every reason is true of both profiles', () => {
    fc.assert(
      fc.property(room, (input) => {
        const byId = new Map(input.people.map((one) => [one.id, one]))
        for (const { userId, otherId, reasons } of suggest(input)) {
          expect(reasons.length).toBeGreaterThanOrEqual(1)
          expect(reasons.length).toBeLessThanOrEqual(3)
          for (const reason of reasons) {
            expect(isTrue(reason, byId.get(userId), byId.get(otherId))).toBe(true)
          }
        }
      }),
    )
  })

  test('nobody can tell from their own list who put them aside', () => {
    fc.assert(
      fc.property(room, (input) => {
        const asked = (input.putAside ?? []).slice(0, 1)
        const before = suggest({ ...input, putAside: [] })
        const after = suggest({ ...input, putAside: asked })
        for (const { reader, other } of asked) {
          for (const { otherId } of before.filter(({ userId }) => userId === other)) {
            expect(shows(after, other, otherId)).toBe(true)
          }
          if (shows(before, other, reader)) expect(shows(after, other, reader)).toBe(true)
        }
      }),
    )
  })

  test('each newcomer is shown a regular when there are enough of them', () => {
    fc.assert(
      fc.property(peopleUpTo(24), (all) => {
        const people = all.map((one) => ({ ...one, met: [] }))
        const newcomers = people.filter(({ visitNumber }) => visitNumber === 1)
        const regulars = people.filter(({ visitNumber }) => visitNumber >= defaultSettings.regularFrom)
        fc.pre(newcomers.length <= regulars.length * defaultSettings.newcomersPerRegular)
        const suggestions = suggest({ people, ...nothing })
        for (const { id } of newcomers) {
          expect(regulars.some((regular) => shows(suggestions, id, regular.id))).toBe(true)
        }
      }),
    )
  })
})

test('an ask finds its offer, and each side reads it their way', () => {
  const others = Array.from({ length: 12 }, (_, at) => person(`x${String(at + 10)}`, { offer: 'gardening' }))
  const suggestions = suggest({
    people: [person('ada', { ask: 'a PCB designer' }), person('bob', { offer: 'designing PCBs' }), ...others],
    ...nothing,
  })
  expect(suggestions.find(({ userId }) => userId === 'ada')).toMatchObject({
    otherId: 'bob',
    rank: 1,
    kind: 'MUTUAL',
    reasons: [{ code: 'theirOfferMatchesYourAsk', ask: 'a PCB designer', offer: 'designing PCBs', words: ['PCB', 'designer'] }],
    question: { code: 'askAboutOffer', offer: 'designing PCBs' },
  })
  expect(suggestions.find(({ userId }) => userId === 'bob')).toMatchObject({
    otherId: 'ada',
    rank: 1,
    reasons: [{ code: 'yourOfferMatchesTheirAsk', words: ['designing', 'PCBs'] }],
    question: { code: 'askAboutAsk', ask: 'a PCB designer' },
  })
})

test('a rare shared interest counts more than a common one', () => {
  const film = { slug: 'film', label: 'Film', field: 'arts' }
  const bees = { slug: 'bees', label: 'Bees', field: 'nature' }
  const many = Array.from({ length: 12 }, (_, at) => person(`x${String(at + 10)}`, { interests: [film] }))
  const suggestions = suggest({
    people: [...many, person('ada', { interests: [film, bees] }), person('bob', { interests: [film, bees] })],
    ...nothing,
  })
  const [first] = suggestions.filter(({ userId }) => userId === 'ada')
  expect(first).toMatchObject({ otherId: 'bob', reasons: [{ code: 'sharedInterests', labels: ['Bees', 'Film'] }] })
})

test('with nothing known, everybody still gets people, an honest reason and an open question', () => {
  const people = Array.from({ length: 40 }, (_, at) => person(`x${String(at + 10)}`))
  const suggestions = suggest({ people, ...nothing })
  for (const { id } of people) {
    expect(count(suggestions, 'userId', id)).toBeGreaterThanOrEqual(defaultSettings.fillTo)
    expect(count(suggestions, 'userId', id)).toBeLessThanOrEqual(defaultSettings.listLength)
  }
  for (const { reasons, question, score } of suggestions) {
    expect(reasons).toEqual([{ code: 'notMetYet' }])
    expect(question.code).toBe('open')
    expect(score).toBe(0)
  }
})

test('the right one finds room, though all lists were filled with strangers and read before', () => {
  const strangers = Array.from({ length: 12 }, (_, at) => person(`x${String(at + 10)}`))
  const ada = person('ada', { offer: 'printing posters on an old letterpress' })
  const early = suggest({ people: [ada, ...strangers], ...nothing })
  const kept = early.map(({ userId: a, otherId: b, kind }) => ({ a, b, kind }))
  for (const onlySeat of [true, false]) {
    const bob = person('bob', { ask: 'somebody with a letterpress' })
    const late = suggest({ people: [ada, bob, ...strangers], excluded: new Set(), kept, onlySeat })
    expect(shows(late, 'ada', 'bob')).toBe(true)
    expect(shows(late, 'bob', 'ada')).toBe(true)
  }
})

test('whoever can be in no pair any more is shown somebody one-way', () => {
  const people = ['a', 'b', 'c'].map((id) => person(id))
  const suggestions = suggest({ people, ...nothing, settings: { listLength: 1, longestList: 1, fillTo: 1 } })
  expect(people.map(({ id }) => count(suggestions, 'userId', id))).toEqual([1, 1, 1])
  expect(suggestions.filter(({ kind }) => kind === 'ONE_WAY')).toHaveLength(1)
})

test('the only person whom all others may be shown is shown to no more than the limit', () => {
  const leaves = Array.from({ length: 20 }, (_, at) => person(`x${String(at + 10)}`))
  const excluded = new Set(leaves.flatMap((one) => leaves.map((other) => pairKey(one.id, other.id))))
  const suggestions = suggest({ people: [person('hub'), ...leaves], excluded, kept: [] })
  expect(count(suggestions, 'otherId', 'hub')).toBe(defaultSettings.maxExposure)
  expect(count(suggestions, 'userId', 'hub')).toBe(defaultSettings.longestList)
})

test('a kept one-way suggestion becomes mutual when there is room', () => {
  const suggestions = suggest({
    people: [person('a'), person('b')],
    excluded: new Set(),
    kept: [{ a: 'a', b: 'b', kind: 'ONE_WAY' }],
  })
  expect(suggestions.map(({ kind }) => kind)).toEqual(['MUTUAL', 'MUTUAL'])
})

test('kept people stand before new ones, however good', () => {
  const bees = [{ slug: 'bees', label: 'Bees', field: 'nature' }]
  const suggestions = suggest({
    people: [person('a', { interests: bees }), person('b', { interests: bees }), person('c')],
    excluded: new Set(),
    kept: [{ a: 'a', b: 'c' }],
  })
  expect(suggestions.filter(({ userId }) => userId === 'a').map(({ otherId }) => otherId)).toEqual(['c', 'b'])
})

test('an empty room and a room of one give nothing', () => {
  expect(suggest({ people: [], ...nothing })).toEqual([])
  expect(suggest({ people: [person('a')], ...nothing })).toEqual([])
})
