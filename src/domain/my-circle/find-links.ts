import type { Network } from './network'

/** One of the parts into which the people around somebody would fall without them. */
export interface Part {
  /** The bond by which that person touches this part. */
  readonly bond: number
  /** How many people it holds, that person not counted. */
  readonly people: number
}

/** Somebody who alone holds two or more parts together. */
export interface Link {
  readonly person: number
  /** Two or more, the largest first. */
  readonly parts: readonly Part[]
}

interface Visit {
  readonly node: number
  readonly parent: number
  next: number
}

/**
 * The people without whom others, who touch each other by some way now, would not: the articulation points of
 * the network (Hopcroft and Tarjan 1973, 'Algorithm 447'), what Burt (1992, 'Structural Holes') calls bridging a
 * hole that nobody else does. As each bond has two people or more, they are the same in the graph of people alone.
 *
 * @returns in the order of `people`; linear in the size of the network, without recursion.
 */
export function findLinks({ people, neighbours }: Network): readonly Link[] {
  const found: Link[] = []
  const entered = new Int32Array(neighbours.length).fill(-1)
  const lowest = new Int32Array(neighbours.length)
  const beneath = new Int32Array(neighbours.length)
  const partsOf = new Map<number, Part[]>()
  const at = (numbers: Int32Array, node: number) => numbers[node] ?? 0
  let clock = 0

  const enter = (node: number, parent: number): Visit => {
    entered[node] = clock
    lowest[node] = clock
    beneath[node] = node < people.length ? 1 : 0
    clock += 1
    return { node, parent, next: 0 }
  }
  const leave = ({ node, parent }: Visit) => {
    if (parent < 0) return
    lowest[parent] = Math.min(at(lowest, parent), at(lowest, node))
    beneath[parent] = at(beneath, parent) + at(beneath, node)
    // Nothing below reaches around the parent: without it, what is below is a part by itself.
    if (parent < people.length && at(lowest, node) >= at(entered, parent)) {
      const parts = partsOf.get(parent) ?? []
      parts.push({ bond: node - people.length, people: at(beneath, node) })
      partsOf.set(parent, parts)
    }
  }
  /** Goes through all that can be reached from `root`; tells whose child each person was and how many there are. */
  const explore = (root: number) => {
    const order: Visit[] = []
    const path = [enter(root, -1)]
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const next = neighbours[visit.node]?.[visit.next]
      visit.next += 1
      if (next === undefined) {
        leave(visit)
        order.push(visit)
        path.pop()
      } else if (at(entered, next) < 0) path.push(enter(next, visit.node))
      else if (next !== visit.parent) lowest[visit.node] = Math.min(at(lowest, visit.node), at(entered, next))
    }
    return { order, size: at(beneath, root) }
  }

  for (let root = 0; root < people.length; root += 1) {
    if (at(entered, root) >= 0) continue
    const { order, size } = explore(root)
    for (const { node, parent } of order) {
      const parts = partsOf.get(node) ?? []
      const rest = size - 1 - parts.reduce((sum, part) => sum + part.people, 0)
      const all = parent >= 0 && rest > 0 ? [...parts, { bond: parent - people.length, people: rest }] : parts
      if (all.length > 1) found.push({ person: node, parts: all.toSorted((a, b) => b.people - a.people || a.bond - b.bond) })
    }
  }
  return found.sort((a, b) => a.person - b.person)
}
