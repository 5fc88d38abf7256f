import { pairKey } from '../../../src/domain/matching/pair-key'
import type { MatchingInput, Person } from '../../../src/domain/matching/types'
import { seededRandom } from '../random'
import type { Shown } from './measures'

/** A simple way to suggest k people to everybody. */
export type Baseline = (input: MatchingInput, k: number) => readonly Shown[]

/**
 * What is usually built first: everybody is shown those with whom they share the most interests, those
 * who arrived earlier first among equals. Blocked people are left out; people who have met are not,
 * unless `leaveOutMet`.
 */
export function sharedTagTopK(leaveOutMet: boolean): Baseline {
  return (input, k) => {
    const { people } = input
    const holders = holdersOf(people)
    const placeOf = new Map(people.map(({ id }, place) => [id, place]))
    const shared = new Uint16Array(people.length)
    return people.flatMap((reader, own) => {
      shared.fill(0)
      for (const { slug } of reader.interests) {
        for (const place of holders.get(slug) ?? []) shared[place] = (shared[place] ?? 0) + 1
      }
      const met = new Set(reader.met)
      shared[own] = 0
      if (leaveOutMet) for (const id of met) shared[placeOf.get(id) ?? own] = 0
      const allowed = ({ id }: Person) => met.has(id) || !input.excluded.has(pairKey(reader.id, id))
      return best(shared, k, (place) => {
        const other = people[place]
        return other !== undefined && allowed(other)
      }).flatMap((place) => {
        const other = people[place]
        return other ? [{ userId: reader.id, otherId: other.id }] : []
      })
    })
  }
}

/** Everybody is shown k others by chance, none whom they have met or who is excluded. */
export function randomK(seed: number): Baseline {
  return (input, k) => {
    const random = seededRandom(seed)
    const { people, excluded } = input
    return people.flatMap((reader) => {
      const chosen = new Set<string>()
      const met = new Set(reader.met)
      for (let tries = k * 10; tries > 0 && chosen.size < k; tries--) {
        const other = random.pick(people).id
        if (other !== reader.id && !met.has(other) && !excluded.has(pairKey(reader.id, other))) chosen.add(other)
      }
      return Array.from(chosen, (otherId) => ({ userId: reader.id, otherId }))
    })
  }
}

/** Places of the people who state each interest, in the order of the people. */
function holdersOf(people: readonly Person[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  people.forEach(({ interests }, place) => {
    for (const { slug } of interests) {
      const list = holders.get(slug)
      if (list) list.push(place)
      else holders.set(slug, [place])
    }
  })
  return holders
}

/** The places of the k highest counts above 0 that are allowed, the highest first, then the first. */
function best(counts: Uint16Array, k: number, allowed: (place: number) => boolean): readonly number[] {
  const found: number[] = []
  const countAt = (place: number | undefined) => (place === undefined ? 0 : (counts[place] ?? 0))
  counts.forEach((count, place) => {
    if (count === 0 || (found.length === k && count <= countAt(found.at(-1))) || !allowed(place)) return
    const at = found.findIndex((other) => countAt(other) < count)
    found.splice(at === -1 ? found.length : at, 0, place)
    found.length = Math.min(found.length, k)
  })
  return found
}
