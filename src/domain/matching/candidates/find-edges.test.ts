import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openRoom } from '../room/open-room'
import { emptyBoard } from '../board'
import type { Person } from '../types'
import { findAllCandidates, openSearch } from './find-candidates'
import { edgesOf } from './find-edges'

const TOPICS = ['bees', 'chess', 'film', 'go', 'jazz', 'tea']

function personWith(id: string, slugs: readonly string[]): Person {
  return {
    id,
    interests: slugs.map((slug) => ({ slug, label: slug, field: slug.length > 3 ? 'long' : 'short' })),
    ask: '',
    offer: '',
    affiliations: [],
    attended: [],
    met: [],
    starter: '',
    visitNumber: 2,
  }
}

/** A room where everybody keeps fewer candidates than there are, and pairs that stand, named from either side. */
const roomWithStanding = fc
  .array(fc.subarray(TOPICS, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 20 })
  .chain((choices) => {
    const place = fc.nat(choices.length - 1)
    const pair = fc.tuple(place, place).filter(([a, b]) => a < b)
    return fc.record({
      people: fc.constant(choices.map((slugs, at) => personWith(`p${String(at + 10)}`, slugs))),
      standing: fc.array(pair, { maxLength: 8 }).map((pairs) => [...pairs, ...pairs]),
      candidatesPerPerson: fc.constantFrom(1, 3, 16),
    })
  })

test('each pair is one edge, whoever of the two keeps it and however often it is said to stand', () => {
  fc.assert(
    fc.property(roomWithStanding, ({ people, standing, candidatesPerPerson }) => {
      const room = openRoom({ people, excluded: new Set(), kept: [], settings: { candidatesPerPerson } })
      const search = openSearch(room)
      findAllCandidates(room, search)
      const edges = edgesOf(room, emptyBoard(room), search.candidates, standing)
      const keys = Array.from(edges.a, (a, edge) => `${String(a)}-${String(edges.b[edge] ?? 0)}`)
      expect(new Set(keys).size).toBe(keys.length)
      const stand = keys.filter((_, edge) => edges.standing[edge] === 1)
      expect(new Set(stand)).toEqual(new Set(standing.map(([a, b]) => `${String(a)}-${String(b)}`)))
    }),
  )
})
