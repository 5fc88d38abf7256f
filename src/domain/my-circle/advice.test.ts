import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditIsDue, couldMeet, maybeMissed, pairOf, type Acquaintance } from './audit'
import { findBonds } from './find-bonds'
import { suggestMore, type Choices } from './suggest-more'

const TOPICS = ['bees', 'chess', 'opera']
const dates = fc.option(fc.constantFrom('2026-01-31', '2026-05-05', '2026-08-19', '2026-10-30', '2026-11-18'))

/** Up to ten people who show and are tagged some topics, some of them in a choir, with some past. */
const lists = fc
  .array(fc.record({ shown: fc.subarray(TOPICS), tags: fc.subarray(TOPICS), choir: fc.boolean(), lastOn: dates, interactions: fc.nat(4) }), { maxLength: 10 })
  .map((all) =>
    all.map(
      ({ shown, tags, choir, lastOn, interactions }, index): Acquaintance => ({
        contactId: `p${String(index)}`,
        name: `Name ${String(index)}`,
        organization: '',
        tags,
        groups: choir ? ['choir'] : [],
        metAt: [],
        interests: shown.map((slug) => ({ slug, label: slug })),
        lastOn,
        interactions,
      }),
    ),
  )
const choices = (overrides: Partial<Choices>): Choices => ({ wishes: [], words: '', people: [], events: [], notMet: [], silentBefore: '2026-10-19', ...overrides })
const wished = fc.subarray(TOPICS).map((slugs) => slugs.map((slug) => ({ slug, label: slug })))

describe('the one suggestion', () => {
  it('is of whoever shows or is tagged it and was silent longest, and is true of them', () => {
    fc.assert(
      fc.property(lists, wished, (people, wishes) => {
        const slugs = new Set(wishes.map(({ slug }) => slug))
        const fit = people.filter(
          ({ lastOn, interests, tags }) => (lastOn === null || lastOn < '2026-10-19') && [...interests.map(({ slug }) => slug), ...tags].some((slug) => slugs.has(slug)),
        )
        const said = suggestMore(choices({ people, wishes }))
        if (fit.length === 0) {
          expect(said).toBe(null)
          return
        }
        const longest = fit.map(({ lastOn }) => lastOn ?? '9999').sort()[0]
        const person = people.find(({ contactId }) => said?.kind === 'PERSON' && contactId === said.contactId)
        if (said?.kind !== 'PERSON' || !person) throw new Error('Somebody fits and is not suggested.')
        expect(person.lastOn ?? '9999').toBe(longest)
        expect(said.shown ? person.interests.map(({ slug }) => slug) : person.tags).toContain(said.topic)
        expect(slugs.has(said.topic)).toBe(true)
      }),
    )
  })

  it('is the same in whatever order the list comes', () => {
    fc.assert(
      fc.property(lists, wished, (people, wishes) => {
        expect(suggestMore(choices({ people: people.toReversed(), wishes }))).toEqual(suggestMore(choices({ people, wishes })))
      }),
    )
  })

  it('is nothing where nothing was wished, and takes no evening for grammar', () => {
    const events = [{ eventId: 'e', name: 'An evening', description: 'People who meet for the bees.' }]
    expect(suggestMore(choices({ events }))).toBe(null)
    expect(suggestMore(choices({ events, words: 'people who are for the others' }))).toBe(null)
    expect(suggestMore(choices({ events, words: 'a bee or two' }))).toEqual({ kind: 'EVENT', eventId: 'e', name: 'An evening', word: 'bees' })
  })
})

describe('who could know each other', () => {
  it('shares what both show, is tied by nothing and asked for once', () => {
    fc.assert(
      fc.property(lists, fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 5 }), (people, kept) => {
        const bonds = findBonds(people, [])
        const apart = new Set(kept.map(([a, b]) => pairOf(`p${String(a)}`, `p${String(b)}`)))
        const found = couldMeet(people, bonds, apart, 3)
        const named = found.flatMap(({ a, b }) => [a.contactId, b.contactId])
        expect(new Set(named).size).toBe(named.length)
        for (const { a, b, topic } of found) {
          for (const { interests } of [a, b]) expect(interests.map(({ label }) => label)).toContain(topic)
          expect(bonds.some((bond) => [a, b].every(({ contactId }) => bond.people.includes(contactId)))).toBe(false)
          expect(apart.has(pairOf(a.contactId, b.contactId))).toBe(false)
        }
      }),
    )
  })

  it('is found wherever there is such a pair', () => {
    fc.assert(
      fc.property(lists, (people) => {
        const bonds = findBonds(people, [])
        const tied = (a: string, b: string) => bonds.some((bond) => bond.people.includes(a) && bond.people.includes(b))
        const some = people.some((a, index) =>
          people.slice(index + 1).some((b) => a.interests.some(({ slug }) => b.interests.some((one) => one.slug === slug)) && !tied(a.contactId, b.contactId)),
        )
        expect(couldMeet(people, bonds, new Set(), 3).length > 0).toBe(some)
      }),
    )
  })
})

describe('who may be missed', () => {
  it('is silent, and nobody with whom there was more is left out for them', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 5 }), (people, limit) => {
        const silent = people.filter(({ lastOn }) => lastOn !== null && lastOn < '2026-08-19')
        const missed = maybeMissed(people, '2026-08-19', limit)
        expect(missed).toHaveLength(Math.min(limit, silent.length))
        const least = Math.min(...missed.map(({ interactions }) => interactions))
        for (const person of silent) if (!missed.includes(person)) expect(person.interactions).toBeLessThanOrEqual(least)
      }),
    )
  })
})

describe('when the audit is due', () => {
  it.each([
    ['2026-11-30', '2027-02-27', false],
    ['2026-11-30', '2027-02-28', true],
    ['2026-08-19', '2026-11-18', false],
    ['2026-08-19', '2026-11-19', true],
  ])('was it on %s, then on %s: %s', (auditedOn, today, due) => {
    expect(auditIsDue({ people: 8, auditedOn, firstOn: '2020-01-01', today })).toBe(due)
  })

  it('is never for few people or without any', () => {
    expect(auditIsDue({ people: 7, auditedOn: null, firstOn: '2020-01-01', today: '2026-11-19' })).toBe(false)
    expect(auditIsDue({ people: 0, auditedOn: null, firstOn: null, today: '2026-11-19' })).toBe(false)
  })
})
