import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betweenness } from './betweenness'
import { findBonds } from './find-bonds'
import { findBridges } from './find-bridges'
import { findLinks } from './find-links'
import { networkOf, type Network } from './network'
import type { Introduced, OwnPerson } from './own-people'

function somebody(index: number, overrides: Partial<OwnPerson> = {}): OwnPerson {
  const contactId = `p${String(index)}`
  return { contactId, name: contactId, organization: '', tags: [], groups: [], metAt: [], interests: [], lastOn: null, ...overrides }
}

/** Up to nine people under up to six tags and groups, a few of them introduced to each other. */
const lists = fc
  .record({
    people: fc.array(
      fc.record({ tags: fc.subarray(['bees', 'chess', 'opera']), groups: fc.subarray(['choir', 'street']), organization: fc.constantFrom('', '', 'Acme', ' acme ') }),
      { minLength: 1, maxLength: 9 },
    ),
    introduced: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 3 }),
  })
  .map(({ people, introduced }) => ({
    people: people.map((overrides, index) => somebody(index, overrides)),
    introduced: introduced.map((pair): Introduced => [`p${String(pair[0])}`, `p${String(pair[1])}`]),
  }))
type List = typeof lists extends fc.Arbitrary<infer T> ? T : never

/** Whether the owner knows of a tie between two: straight from what they have, without bonds. */
function tied({ introduced }: List, a: OwnPerson, b: OwnPerson): boolean {
  const both = (one: readonly string[], other: readonly string[]) => one.some((word) => other.includes(word))
  const organizations = [a, b].map(({ organization }) => organization.trim().toLowerCase())
  return (
    both(a.tags, b.tags) ||
    both(a.groups, b.groups) ||
    (organizations[0] !== '' && organizations[0] === organizations[1]) ||
    introduced.some((pair) => pair.includes(a.contactId) && pair.includes(b.contactId) && pair[0] !== pair[1])
  )
}
const bondsOf = ({ people, introduced }: List) => findBonds(people, introduced)

/** The sizes of the parts into which these people fall, the largest first: by walking from each. */
function partsOf(list: List, people: readonly OwnPerson[]): readonly number[] {
  const left = new Set(people)
  const sizes: number[] = []
  for (const first of people) {
    if (!left.delete(first)) continue
    const part = [first]
    for (const one of part) {
      for (const other of [...left]) if (tied(list, one, other) && left.delete(other)) part.push(other)
    }
    sizes.push(part.length)
  }
  return sizes.sort((a, b) => b - a)
}

describe('bonds', () => {
  it('tie exactly those of whom the owner knows a tie', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const bonds = bondsOf(list)
        for (const [at, a] of list.people.entries()) {
          for (const b of list.people.slice(at + 1)) {
            const bound = bonds.some(({ people }) => people.includes(a.contactId) && people.includes(b.contactId))
            expect(bound).toBe(tied(list, a, b))
          }
        }
        expect(bonds.every(({ people }) => people.length > 1)).toBe(true)
        expect(new Set(bonds.map(({ key }) => key)).size).toBe(bonds.length)
      }),
    )
  })

  it('are the same in whatever order the list comes', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const keys = (all: ReturnType<typeof bondsOf>) => all.map(({ key, people }) => [key, people])
        expect(keys(findBonds(list.people.toReversed(), list.introduced.toReversed()))).toEqual(keys(bondsOf(list)))
      }),
    )
  })
})

describe('who alone holds others together', () => {
  it('is whoever leaves the rest in more parts, and the parts are as large as found by taking them out', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const network = networkOf(bondsOf(list))
        const found = new Map(findLinks(network).map(({ person, parts }) => [network.people[person], parts.map(({ people }) => people)]))
        const whole = partsOf(list, list.people)
        for (const person of list.people) {
          const others = list.people.filter((other) => other !== person)
          const without = partsOf(list, others)
          const alone = whole.length < without.length && list.people.some((other) => other !== person && tied(list, person, other))
          expect(found.has(person.contactId)).toBe(alone)
          if (!alone) continue
          const own = reach(list, person)
          expect(found.get(person.contactId)).toEqual(partsOf(list, own.filter((other) => other !== person)))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('names a bond of theirs into each part', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const network = networkOf(bondsOf(list))
        for (const { person, parts } of findLinks(network)) {
          const into = parts.map(({ bond }) => network.bonds[bond])
          expect(new Set(into).size).toBe(parts.length)
          for (const bond of into) expect(bond?.people).toContain(network.people[person])
        }
      }),
    )
  })

  it('goes down a chain of thousands', () => {
    const chain = Array.from({ length: 6000 }, (_, index) => somebody(index, { tags: [`t${String(index)}`, `t${String(index + 1)}`] }))
    const links = findLinks(networkOf(findBonds(chain, [])))
    expect(links).toHaveLength(5998)
    expect(links.every(({ parts }) => parts.length === 2 && parts.reduce((sum, { people }) => sum + people, 0) === 5999)).toBe(true)
  })
})

/** Everybody whom one can come to from this person, themself included. */
function reach(list: List, person: OwnPerson): readonly OwnPerson[] {
  const found = new Set([person])
  for (const one of found) for (const other of list.people) if (one !== other && tied(list, one, other)) found.add(other)
  return [...found]
}

/** All shortest ways between two nodes, by trying every way without a loop. */
function shortestWays({ neighbours }: Network, from: number, to: number): readonly (readonly number[])[] {
  let ways: readonly (readonly number[])[] = [[from]]
  for (let steps = 0; steps <= neighbours.length && ways.length > 0; steps += 1) {
    const arrived = ways.filter((way) => way.at(-1) === to)
    if (arrived.length > 0) return arrived
    ways = ways.flatMap((way) => (neighbours[way.at(-1) ?? 0] ?? []).filter((next) => !way.includes(next)).map((next) => [...way, next]))
  }
  return []
}

describe('on whose way others lie', () => {
  const few = lists.map((list) => ({ ...list, people: list.people.slice(0, 6) }))

  it('is what counting all shortest ways gives', () => {
    fc.assert(
      fc.property(few, (list) => {
        const network = networkOf(bondsOf(list))
        const expected = network.people.map(() => 0)
        network.people.forEach((_, from) => {
          network.people.forEach((__, to) => {
            const ways = from === to ? [] : shortestWays(network, from, to)
            for (const way of ways) {
              for (const node of way.slice(1, -1)) if (node < expected.length) expected[node] = (expected[node] ?? 0) + 1 / ways.length
            }
          })
        })
        betweenness(network).forEach((ways, person) => {
          expect(ways).toBeCloseTo(expected[person] ?? NaN, 9)
        })
      }),
    )
  })

  it('never counts more from some of the people than from all', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const network = networkOf(bondsOf(list))
        const all = betweenness(network)
        betweenness(network, 3).forEach((ways, person) => {
          expect(ways).toBeLessThanOrEqual((all[person] ?? 0) + 1e-9)
        })
      }),
    )
  })
})

describe('bridges', () => {
  const choir = Array.from({ length: 5 }, (_, index) => somebody(index, { groups: ['choir'] }))
  const street = Array.from({ length: 4 }, (_, index) => somebody(10 + index, { groups: ['street'] }))
  const between = (index: number) => somebody(index, { groups: ['choir', 'street'] })
  const bridgesOf = (people: readonly OwnPerson[], limit = 8) => findBridges(networkOf(findBonds(people, [])), limit)

  it('say whom one person alone holds together, and how many would be cut off', () => {
    expect(bridgesOf([...choir, ...street, between(20)])).toMatchObject([
      { contactId: 'p20', between: [{ label: 'choir' }, { label: 'street' }], how: { kind: 'ALONE', apart: 4 } },
    ])
  })

  it('say of two that there are two', () => {
    const found = bridgesOf([...choir, ...street, between(20), between(21)])
    expect(found.map(({ contactId }) => contactId)).toEqual(['p20', 'p21'])
    expect(found.every(({ how }) => how.kind === 'FEW' && how.together === 2)).toBe(true)
  })

  it('are none where many link the two, and none where nobody is tied', () => {
    expect(bridgesOf([...choir, ...street, ...[20, 21, 22, 23].map(between)])).toEqual([])
    expect(bridgesOf([somebody(1), somebody(2)])).toEqual([])
  })

  it('name each once, and no more than asked for', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 4 }), (list, limit) => {
        const found = bridgesOf(list.people, limit)
        expect(found.length).toBeLessThanOrEqual(limit)
        expect(new Set(found.map(({ contactId }) => contactId)).size).toBe(found.length)
        for (const { contactId, between: both } of found) for (const bond of both) expect(bond.people).toContain(contactId)
      }),
    )
  })
})
