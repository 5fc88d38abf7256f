import { betweenness } from './betweenness'
import { findLinks } from './find-links'
import type { Network } from './network'
import type { Bond, OwnPerson } from './own-people'

/** Somebody between two parts of the owner's people. */
export interface Bridge {
  readonly contactId: string
  /** The two things that they link. */
  readonly between: readonly [Bond, Bond]
  /**
   * ALONE: without them nobody of the one part would touch the other; `apart` counts the people who would be cut off
   * from the largest part. FEW: `together` people link the two, themself included.
   */
  readonly how: { readonly kind: 'ALONE'; readonly apart: number } | { readonly kind: 'FEW'; readonly together: number }
}

/** From so many on who link two parts none of them is named for it. */
const FEW = 3
/** Parts of fewer people than this are not worth naming a bridge for when others link them too. */
const PART = 3

/** Of all pairs of a person's bonds the one that the fewest link, the larger ones among those; null when many do. */
function thinnest(bonds: readonly Bond[], members: ReadonlyMap<Bond, ReadonlySet<string>>) {
  let best: { readonly between: readonly [Bond, Bond]; readonly together: number; readonly size: number } | null = null
  for (const [index, one] of bonds.entries()) {
    for (const other of bonds.slice(index + 1)) {
      const size = Math.min(one.people.length, other.people.length)
      if (size < PART) continue
      const together = other.people.filter((contactId) => members.get(one)?.has(contactId)).length
      if (together > FEW || together === size) continue
      if (!best || together < best.together || (together === best.together && size > best.size)) best = { between: [one, other], together, size }
    }
  }
  return best
}

/** For each who is named so many are looked at. */
const LOOKED_AT = 4

/** So many bonds of one person are compared with each other, the largest: somebody may be under hundreds of tags. */
const COMPARED = 12

/**
 * Who links parts of the owner's people that otherwise would not touch (those first whose absence would cut off the
 * most), then who is one of few that link two larger ones, those first on whose way the most others lie.
 *
 * @param limit how many at most
 */
export function findBridges(network: Network, limit: number): readonly Bridge[] {
  const { people, bonds, neighbours } = network
  const contactOf = (person: number): OwnPerson['contactId'] => people[person] ?? ''
  const alone = findLinks(network).flatMap(({ person, parts }): Bridge[] => {
    const [first, second] = parts.map(({ bond }) => bonds[bond])
    const apart = parts.slice(1).reduce((sum, part) => sum + part.people, 0)
    return first && second ? [{ contactId: contactOf(person), between: [first, second], how: { kind: 'ALONE', apart } }] : []
  })
  const apartOf = ({ how }: Bridge) => (how.kind === 'ALONE' ? how.apart : 0)
  const named = alone.sort((a, b) => apartOf(b) - apartOf(a)).slice(0, limit)
  if (named.length === limit) return named

  const known = new Set(alone.map(({ contactId }) => contactId))
  const members = new Map(bonds.map((bond) => [bond, new Set(bond.people)]))
  const ways = betweenness(network)
  const others = people
    .map((contactId, person) => ({ contactId, person, ways: ways[person] ?? 0 }))
    .filter((one) => one.ways > 0 && !known.has(one.contactId))
    .sort((a, b) => b.ways - a.ways || a.person - b.person)
  for (const { contactId, person } of others.slice(0, LOOKED_AT * limit)) {
    const own = (neighbours[person] ?? []).flatMap((node) => bonds[node - people.length] ?? []).slice(0, COMPARED)
    const thin = thinnest(own, members)
    if (thin) named.push({ contactId, between: thin.between, how: { kind: 'FEW', together: thin.together } })
    if (named.length === limit) break
  }
  return named
}
