import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairKey } from '@/domain/matching/pair-key'
import type { CircleGuest } from './circle-guest'
import { defaultCircleSettings } from './circle-settings'
import { proposeCircle, proposeCircles, type CircleInput, type CircleProposal } from './propose-circles'

const { leastSeats, mostProposals, regularFrom } = defaultCircleSettings
const TOPICS = ['bees', 'chess', 'opera']

function guest(id: string, topics: readonly string[], overrides: Partial<CircleGuest> = {}): CircleGuest {
  const interests = topics.map((slug) => ({ slug, label: slug, field: '' }))
  return { id, interests, met: [], visitNumber: 2, invitations: 0, suggestions: 0, ...overrides }
}
const guests = (count: number, topics: readonly string[]) => Array.from({ length: count }, (_, n) => guest(`p${String(n)}`, topics))
const propose = (input: Partial<CircleInput>) =>
  proposeCircles({ guests: [], excluded: new Set(), takenTopics: new Set(), ...input })

/** A room of up to 16 with three topics, in which acquaintance is anything from none to everybody, and nine or five are invited. */
const rooms: fc.Arbitrary<CircleInput> = fc
  .record({
    people: fc.array(
      fc.record({
        topics: fc.subarray(TOPICS),
        visitNumber: fc.constantFrom(1, 1, 2, 2, 4),
        invitations: fc.nat(2),
        suggestions: fc.nat(2),
      }),
      { maxLength: 16 },
    ),
    met: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 60 }),
    excluded: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 12 }),
    takenTopics: fc.subarray(TOPICS, { maxLength: 1 }),
    settings: fc.constantFrom({}, { mostSeats: 5, invitationsPerSeat: 1 }),
  })
  .map(({ people, met, excluded, takenTopics, settings }) => ({
    guests: people.map(({ topics, ...rest }, n) =>
      guest(`p${String(n)}`, topics, { ...rest, met: met.filter(([a]) => a === n).map(([, b]) => `p${String(b)}`) }),
    ),
    excluded: new Set(excluded.map(([a, b]) => pairKey(`p${String(a)}`, `p${String(b)}`))),
    takenTopics: new Set(takenTopics),
    settings,
  }))

function limitsOf({ settings }: CircleInput) {
  const { mostSeats, invitationsPerSeat } = { ...defaultCircleSettings, ...settings }
  return { mostSeats, mostInvited: Math.floor(mostSeats * invitationsPerSeat) }
}

const haveMet = (a: CircleGuest, b: CircleGuest) => a.met.includes(b.id) || b.met.includes(a.id)
const mayNotMeet = ({ excluded }: CircleInput, a: CircleGuest, b: CircleGuest) => excluded.has(pairKey(a.id, b.id))
const has = (slug: string) => (person: CircleGuest) => person.interests.some((interest) => interest.slug === slug)
const pairsOf = <T>(all: readonly T[]) => all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b] as const))
const groupOf = (input: CircleInput, { invited }: CircleProposal) =>
  invited.flatMap((id) => input.guests.find((person) => person.id === id) ?? [])

/** Whether some four of these are strangers to each other: by trying all. */
function hasFourStrangers(input: CircleInput, people: readonly CircleGuest[]): boolean {
  const strangers = (a: CircleGuest, b: CircleGuest) => !haveMet(a, b) && !mayNotMeet(input, a, b)
  return people.some((a, i) =>
    people.some((b, j) => j > i && strangers(a, b) &&
      people.some((c, k) => k > j && strangers(a, c) && strangers(b, c) &&
        people.some((d, l) => l > k && [a, b, c].every((one) => strangers(one, d))))),
  )
}

/** Holds for every proposal of every room. */
function always(law: (input: CircleInput, proposal: CircleProposal, group: readonly CircleGuest[]) => void) {
  fc.assert(
    fc.property(rooms, (input) => {
      for (const slug of TOPICS) {
        const proposal = proposeCircle(input, slug)
        if (proposal) law(input, proposal, groupOf(input, proposal))
      }
    }),
    { numRuns: 300 },
  )
}

describe('a proposed circle', () => {
  it('is for as many as the settings allow, who are there and chose its topic, with a seat for each up to six', () => {
    always((input, { slug, seats, invited, newcomers, choosers }, group) => {
      expect(group).toHaveLength(invited.length)
      expect(new Set(invited).size).toBe(invited.length)
      expect(invited.length).toBeGreaterThanOrEqual(leastSeats)
      expect(invited.length).toBeLessThanOrEqual(Math.min(limitsOf(input).mostInvited, choosers))
      expect(seats).toBe(Math.min(limitsOf(input).mostSeats, invited.length))
      expect(newcomers).toBe(group.filter(({ visitNumber }) => visitNumber === 1).length)
      expect(group.every(has(slug))).toBe(true)
    })
  })

  it('never brings two together who must not be', () => {
    always((input, _, group) => {
      expect(pairsOf(group).filter(([a, b]) => mayNotMeet(input, a, b))).toEqual([])
    })
  })

  it('begins with four strangers, and nobody in it has met more than one other', () => {
    always((_, __, group) => {
      expect(pairsOf(group.slice(0, leastSeats)).filter(([a, b]) => haveMet(a, b))).toEqual([])
      for (const one of group) {
        expect(group.filter((other) => other !== one && haveMet(one, other)).length).toBeLessThanOrEqual(1)
      }
    })
  })

  it('is there if and only if four strangers chose the topic, and it has no circle yet', () => {
    fc.assert(
      fc.property(rooms, fc.constantFrom(...TOPICS), (input, slug) => {
        const expected = !input.takenTopics.has(slug) && hasFourStrangers(input, input.guests.filter(has(slug)))
        expect(proposeCircle(input, slug) !== null).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('has a regular whenever one can join the four', () => {
    always((input, { slug }, group) => {
      const four = group.slice(0, leastSeats)
      if (group.some(({ visitNumber }) => visitNumber >= regularFrom)) return
      for (const regular of input.guests.filter(has(slug)).filter(({ visitNumber }) => visitNumber >= regularFrom)) {
        const known = four.filter((other) => haveMet(regular, other))
        expect(known.length > 1 || four.some((other) => mayNotMeet(input, regular, other))).toBe(true)
      }
    })
  })

  it('asks the one regular before nine others who were asked less', () => {
    const regular = guest('regular', ['bees'], { visitNumber: 4, invitations: 2 })
    expect(proposeCircle({ guests: [...guests(12, ['bees']), regular], excluded: new Set(), takenTopics: new Set() }, 'bees')?.invited).toContain('regular')
  })

  it('asks those first who were asked and suggested least, and strangers before all others', () => {
    always((input, { slug }, group) => {
      // A regular who is the only one may have come out of turn.
      const [only, another] = group.filter(({ visitNumber }) => visitNumber >= regularFrom)
      const inTurn = group.filter((one) => another !== undefined || one !== only)
      const passedOver = input.guests.filter(
        (left) =>
          has(slug)(left) && !group.includes(left) && group.every((one) => !haveMet(left, one) && !mayNotMeet(input, left, one)),
      )
      if (passedOver.length === 0) return
      expect(group).toHaveLength(limitsOf(input).mostInvited)
      expect(pairsOf(inTurn).filter(([a, b]) => haveMet(a, b))).toEqual([])
      for (const [left, one] of passedOver.flatMap((person) => inTurn.map((asked) => [person, asked] as const))) {
        const lessAsked = one.invitations < left.invitations
        expect(lessAsked || (one.invitations === left.invitations && one.suggestions <= left.suggestions)).toBe(true)
      }
    })
  })
})

describe('proposeCircles', () => {
  it('proposes each topic once, none that has a circle, and no two for mostly the same people', () => {
    fc.assert(
      fc.property(rooms, (input) => {
        const proposals = proposeCircles(input)
        const slugs = proposals.map(({ slug }) => slug)
        expect(new Set(slugs).size).toBe(slugs.length)
        expect(slugs.filter((slug) => input.takenTopics.has(slug))).toEqual([])
        for (const [a, b] of pairsOf(proposals)) {
          const inBoth = a.invited.filter((id) => b.invited.includes(id)).length
          expect(inBoth * 2).toBeLessThanOrEqual(Math.min(a.invited.length, b.invited.length))
        }
        for (const proposal of proposals) expect(proposal).toEqual(proposeCircle(input, proposal.slug))
      }),
      { numRuns: 300 },
    )
  })

  it('proposes something whenever any topic has four strangers', () => {
    fc.assert(
      fc.property(rooms, (input) => {
        expect(proposeCircles(input).length > 0).toBe(TOPICS.some((slug) => proposeCircle(input, slug) !== null))
      }),
    )
  })

  it('does not depend on the order of people, of their interests or of whom they met', () => {
    fc.assert(
      fc.property(
        rooms.chain((input) => fc.tuple(fc.constant(input), fc.shuffledSubarray([...input.guests], { minLength: input.guests.length }))),
        ([input, shuffled]) => {
          const turned = shuffled.map((one) => ({ ...one, interests: [...one.interests].reverse(), met: [...one.met].reverse() }))
          expect(proposeCircles({ ...input, guests: turned })).toEqual(proposeCircles(input))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('puts a topic first that fills the table, then the rarer one', () => {
    const people = [...guests(12, ['chess']), ...Array.from({ length: 7 }, (_, n) => guest(`q${String(n)}`, ['bees'])),
      ...Array.from({ length: 4 }, (_, n) => guest(`r${String(n)}`, ['opera']))]
    expect(propose({ guests: people }).map(({ slug }) => slug)).toEqual(['bees', 'chess', 'opera'])
  })

  it('proposes no more than it is told to', () => {
    const people = Array.from({ length: 40 }, (_, n) => guest(`p${String(n)}`, [`topic ${String(n % 8)}`]))
    expect(propose({ guests: people })).toHaveLength(mostProposals)
    expect(propose({ guests: people, settings: { mostProposals: 2 } })).toHaveLength(2)
  })

  it('proposes nothing to three, to friends, or to an empty room', () => {
    expect(propose({ guests: guests(3, ['bees']) })).toEqual([])
    const everybody = guests(9, ['bees']).map(({ id }) => id)
    expect(propose({ guests: guests(9, ['bees']).map((one) => ({ ...one, met: everybody })) })).toEqual([])
    expect(propose({})).toEqual([])
  })

  it('counts an interest that somebody names twice once', () => {
    expect(propose({ guests: [...guests(3, ['bees']), guest('q', ['bees', 'bees'])] })).toMatchObject([{ choosers: 4 }])
  })
})
