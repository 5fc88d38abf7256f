import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Suggestion } from '../matching/types'
import { holdPlaces } from './hold-places'

const suggestion = (userId: string, otherId: string, rank: number): Suggestion => ({
  userId,
  otherId,
  rank,
  kind: 'MUTUAL',
  score: 0.5,
  place: 'AFFINITY',
  features: {
    interests: 0.5,
    receives: 0,
    gives: 0,
    context: 0,
    affiliationsInCommon: 0,
    eventsInCommon: 0,
    peopleInCommon: 0,
    novelty: 1,
    readerVisit: 1,
    otherVisit: 1,
  },
  reasons: [{ code: 'notMetYet' }],
  question: { code: 'open', variant: 0 },
})
const listOf = (all: readonly Suggestion[], userId: string) =>
  all.filter((one) => one.userId === userId).map(({ otherId, rank }) => `${String(rank)} ${otherId}`)

describe('a held suggestion', () => {
  const standing = new Set(['w', 'x', 'y'])
  const laid = holdPlaces(
    [
      suggestion('me', 'w', 1),
      suggestion('me', 'x', 2),
      suggestion('me', 'y', 3),
      suggestion('me', 'new', 4),
      suggestion('new', 'me', 1),
    ],
    [{ userId: 'me', rank: 2 }],
    { isNew: ({ otherId }) => !standing.has(otherId), listLength: 4 },
  )

  it('keeps its rank and its place: nothing new comes for it', () => {
    expect(listOf(laid, 'me')).toEqual(['1 w', '3 x', '4 y'])
  })

  it('leaves the other of a pair that gave way with the reader, one-way', () => {
    expect(laid.find(({ userId }) => userId === 'new')).toMatchObject({ otherId: 'me', kind: 'ONE_WAY' })
  })
})

it('leaves everything as it is where nothing is held, fills free places, and never takes away what stands', () => {
  const sizes = fc.record({
    count: fc.integer({ min: 0, max: 6 }),
    old: fc.integer({ min: 0, max: 6 }),
    ranks: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(sizes, ({ count, old, ranks }) => {
      const computed = Array.from({ length: count }, (_, place) => suggestion('me', `p${String(place)}`, place + 1))
      const isNew = ({ rank }: Suggestion) => rank > old
      const held = ranks.map((rank) => ({ userId: 'me', rank }))
      const laid = holdPlaces(computed, held, { isNew, listLength: 4 })
      if (held.length === 0) expect(laid).toEqual(computed)
      const stood = Math.min(old, count)
      expect(laid.length).toBe(Math.max(stood, Math.min(count, Math.max(4, count) - held.length)))
      expect(new Set([...laid.map(({ rank }) => rank), ...ranks]).size).toBe(laid.length + held.length)
      expect(laid.slice(0, stood).map(({ otherId }) => otherId)).toEqual(computed.slice(0, stood).map(({ otherId }) => otherId))
    }),
  )
})
