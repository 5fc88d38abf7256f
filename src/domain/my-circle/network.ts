import type { Bond } from './own-people'

/**
 * People and bonds as one graph: nodes 0 to `people.length - 1` are people, the rest are bonds, and an edge says
 * that the bond ties the person. Two people touch when some bond is a neighbour of both.
 */
export interface Network {
  /** Ids of contacts that some bond ties, sorted. */
  readonly people: readonly string[]
  readonly bonds: readonly Bond[]
  readonly neighbours: readonly (readonly number[])[]
}

/** Puts it together, in time linear in the members of all bonds but for the sorting. */
export function networkOf(bonds: readonly Bond[]): Network {
  const people = [...new Set(bonds.flatMap((bond) => bond.people))].sort()
  const numberOf = new Map(people.map((contactId, node) => [contactId, node]))
  const neighbours = Array.from({ length: people.length + bonds.length }, (): number[] => [])
  bonds.forEach((bond, index) => {
    for (const contactId of bond.people) {
      const person = numberOf.get(contactId)
      if (person === undefined) continue
      neighbours[person]?.push(people.length + index)
      neighbours[people.length + index]?.push(person)
    }
  })
  return { people, bonds, neighbours }
}
