import { describe, expect, test } from 'vitest'
import { pairKey } from '../../../src/domain/matching/pair-key'
import type { Person } from '../../../src/domain/matching/types'
import { randomK, sharedTagTopK } from './baselines'
import { population } from './population'

function person(id: string, tags: string, met: readonly string[] = []): Person {
  const interests = [...tags].map((slug) => ({ slug, label: slug, field: '' }))
  return { id, interests, met, affiliations: [], attended: [], ask: '', offer: '', starter: '', visitNumber: 2 }
}
const listOf = (suggestions: ReturnType<ReturnType<typeof randomK>>, id: string) =>
  suggestions.filter(({ userId }) => userId === id).map(({ otherId }) => otherId)

describe('the shared-tag baseline', () => {
  const people = [person('a', 'xyz', ['b']), person('b', 'xyz', ['a']), person('c', 'x'), person('d', 'yz'), person('e', 'w')]
  const input = { people, excluded: new Set([pairKey('a', 'b'), pairKey('b', 'd')]), kept: [] }

  test('shows those with most in common first, met or not, and nobody with nothing in common', () => {
    expect(listOf(sharedTagTopK(false)(input, 3), 'a')).toEqual(['b', 'd', 'c'])
    expect(listOf(sharedTagTopK(false)(input, 2), 'a')).toEqual(['b', 'd'])
    expect(listOf(sharedTagTopK(false)(input, 2), 'e')).toEqual([])
  })

  test('leaves out people met where asked to, and the excluded always', () => {
    expect(listOf(sharedTagTopK(true)(input, 3), 'a')).toEqual(['d', 'c'])
    expect(listOf(sharedTagTopK(false)(input, 3), 'b')).toEqual(['a', 'c'])
  })
})

test('the random baseline shows k different others, none met or excluded, the same for the same seed', () => {
  const input = population({ size: 80, seed: 3 })
  const suggestions = randomK(5)(input, 4)
  expect(suggestions).toEqual(randomK(5)(input, 4))
  const met = new Map(input.people.map((one) => [one.id, one.met]))
  for (const { id } of input.people) expect(new Set(listOf(suggestions, id)).size).toBe(4)
  for (const { userId, otherId } of suggestions) {
    expect(otherId).not.toBe(userId)
    expect(met.get(userId)).not.toContain(otherId)
    expect(input.excluded.has(pairKey(userId, otherId))).toBe(false)
  }
})
