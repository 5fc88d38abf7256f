import type { Member, Room } from './room'
import type { Edge } from './score'
import type { Reason } from './types'

const MOST_REASONS = 3
const MOST_LABELS = 3
const MOST_WORDS = 3

/**
 * Fifth stage. Objective: say why, in words that both can check. A reason names only what stands in
 * both profiles, and the strongest by its share in the score comes first; what is known about visits
 * comes last, and 'not met yet' only when there is nothing else.
 *
 * @returns one to three reasons, for the reader's side
 */
export function reasonsFor(room: Room, reader: Member, other: Member, edge: Edge): Reason[] {
  const { interestWeight, receiveWeight, giveWeight } = room.settings
  const receives = reader === edge.a ? edge.aReceives : edge.bReceives
  const gives = reader === edge.a ? edge.bReceives : edge.aReceives
  const weighed: { reason: Reason; strength: number }[] = []

  const labels = sharedLabels(room, reader, other)
  const [label] = labels
  if (label !== undefined) {
    const reason: Reason =
      labels.length === 1 ? { code: 'sharedInterest', label } : { code: 'sharedInterests', labels }
    weighed.push({ reason, strength: interestWeight * edge.interests })
  }
  if (receives > 0) {
    const words = commonWords(room, reader.askWords, other.offerWords)
    const reason: Reason = { code: 'theirOfferMatchesYourAsk', ask: reader.person.ask, offer: other.person.offer, words }
    weighed.push({ reason, strength: receiveWeight * receives })
  }
  if (gives > 0) {
    const words = commonWords(room, reader.offerWords, other.askWords)
    const reason: Reason = { code: 'yourOfferMatchesTheirAsk', ask: other.person.ask, offer: reader.person.offer, words }
    weighed.push({ reason, strength: giveWeight * gives })
  }
  const reasons = weighed.sort((x, y) => y.strength - x.strength).map(({ reason }) => reason)
  const visits = visitReason(reader, other)
  if (visits !== null) reasons.push(visits)
  return reasons.length === 0 ? [{ code: 'notMetYet' }] : reasons.slice(0, MOST_REASONS)
}

/** The labels, as the reader has them, of what both chose; the rarest in the room first. */
function sharedLabels(room: Room, reader: Member, other: Member): string[] {
  return rarestFirst(
    Array.from(reader.labels).filter(([slug]) => other.labels.has(slug)),
    room.rarityOfInterest,
    MOST_LABELS,
  )
}

/** The words of one text that stand in the other too, up to inflection; the rarest in the room first. */
function commonWords(room: Room, own: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return rarestFirst(
    Array.from(own).filter(([stem]) => others.has(stem)),
    room.rarityOfWord,
    MOST_WORDS,
  )
}

function rarestFirst(
  entries: readonly (readonly [key: string, shown: string])[],
  rarity: (key: string) => number,
  most: number,
): string[] {
  return [...entries]
    .sort(([a], [b]) => rarity(b) - rarity(a) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([, shown]) => shown)
}

function visitReason(reader: Member, other: Member): Reason | null {
  if (reader.isNew && other.isNew) return { code: 'bothNew' }
  if (other.isNew) return { code: 'theyAreNew' }
  if (reader.isNew && other.isRegular) return { code: 'theyAreRegular', visits: other.person.visitNumber }
  return null
}
