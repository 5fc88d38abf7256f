import type { Member, Room } from './room'
import { compareEdges, cutText, edgeBetween, keyOf, scoreOf, type Edge } from './score'
import type { UnitVector } from './weights'

/** Who has a term, and with what weight. */
type Postings = Map<string, { readonly at: number; readonly weight: number }[]>

/**
 * Third stage. Objective: of all pairs those worth considering, without comparing everybody with
 * everybody. An inverted index adds up the three cosines term by term, so that only people with a
 * term in common are touched; a pair stays when it is among the best of either side. In a room where
 * all share something that is still half of N² pairs, so until then a pair is two numbers.
 *
 * @returns edges with a score above 0 that are not excluded, best first
 */
export function findCandidates(room: Room): Edge[] {
  const { members, settings } = room
  const byInterest = postingsOf(members, (member) => member.interests)
  const byAsk = postingsOf(members, (member) => member.ask)
  const byOffer = postingsOf(members, (member) => member.offer)
  const interests = new Float64Array(members.length)
  const aReceives = new Float64Array(members.length)
  const bReceives = new Float64Array(members.length)

  /** By the place of the one with the smaller id: the others' places, and the pairs' sort keys. */
  const found = members.map((a): { others: number[]; keys: number[] } => {
    const others: number[] = []
    const keys: number[] = []
    accumulate(a, a.interests, byInterest, interests)
    accumulate(a, a.ask, byOffer, aReceives)
    accumulate(a, a.offer, byAsk, bReceives)
    for (const b of members.slice(a.at + 1)) {
      const shared = Math.min(1, interests[b.at] ?? 0)
      const ofA = cutText(Math.min(1, aReceives[b.at] ?? 0), settings)
      const ofB = cutText(Math.min(1, bReceives[b.at] ?? 0), settings)
      if (shared + ofA + ofB === 0 || room.isExcluded(a, b)) continue
      others.push(b.at)
      keys.push(keyOf(a, b, scoreOf(a, b, shared, ofA, ofB, settings)))
    }
    interests.fill(0)
    aReceives.fill(0)
    bReceives.fill(0)
    return { others, keys }
  })
  return bestOfEither(room, found).sort(compareEdges)
}

function postingsOf(members: readonly Member[], vectorOf: (member: Member) => UnitVector): Postings {
  const postings: Postings = new Map()
  for (const member of members) {
    for (const [term, weight] of vectorOf(member)) {
      const list = postings.get(term)
      if (list) list.push({ at: member.at, weight })
      else postings.set(term, [{ at: member.at, weight }])
    }
  }
  return postings
}

/** Adds a's products with everybody after it: each pair is met once, from its smaller side. */
function accumulate(a: Member, vector: UnitVector, postings: Postings, sums: Float64Array): void {
  for (const [term, weight] of vector) {
    for (const other of postings.get(term) ?? []) {
      if (other.at > a.at) sums[other.at] = (sums[other.at] ?? 0) + weight * other.weight
    }
  }
}

/** Each one's threshold is found by sorting plain numbers; only what passes one becomes an edge. */
function bestOfEither(
  { members, settings }: Room,
  found: readonly { readonly others: readonly number[]; readonly keys: readonly number[] }[],
): Edge[] {
  const keysOf = members.map((): number[] => [])
  found.forEach(({ others, keys }, at) => {
    others.forEach((other, place) => {
      const key = keys[place] ?? 0
      keysOf[at]?.push(key)
      keysOf[other]?.push(key)
    })
  })
  const thresholds = keysOf.map((keys) => Float64Array.from(keys).sort().at(-settings.candidatesPerPerson) ?? 0)
  return members.flatMap((a) => {
    const { others = [], keys = [] } = found[a.at] ?? {}
    return others.flatMap((other, place) => {
      const b = members[other]
      const key = keys[place] ?? 0
      if (b === undefined || (key < (thresholds[a.at] ?? 0) && key < (thresholds[other] ?? 0))) return []
      return [edgeBetween(a, b, settings)]
    })
  })
}
