import { factsWeight, sharedFacts } from '@/domain/introductions/shared-facts'
import { orderedPair } from '@/domain/meeting/pair'
import type { Db } from '@/server/db/client'
import { notBlocked } from '../meeting/at-event'
import { blocksAmong } from '../person/blocks-among'
import { shownPeople } from './facts-of-people'
import { REACHABLE } from './introducible'

/** So many pairs are offered. */
const MOST = 2
/** Of so many people whom the viewer met there: all pairs of them are looked at. */
const MOST_PEOPLE = 40

/** The viewer's entries of everybody whom they met at the event and can bring together with others. */
async function metThere(db: Db, viewerId: string, eventId: string) {
  const rows = await db.contact.findMany({
    where: {
      ownerId: viewerId,
      user: { ...REACHABLE.user, ...notBlocked(viewerId), NOT: { profile: { visible: false } } },
      interactions: { some: { meeting: { eventId, state: 'CONFIRMED' } } },
    },
    orderBy: { id: 'asc' },
    take: MOST_PEOPLE,
    select: { id: true, name: true, userId: true },
  })
  return rows.flatMap(({ userId, ...row }) => (userId === null ? [] : [{ ...row, userId }]))
}

const keyOf = (one: string, other: string) => Object.values(orderedPair(one, other)).join(' ')

/** Pairs of these people that need nobody: who have met, and whom the viewer has brought up before. */
async function settledPairs(db: Db, viewerId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const people = [...ids]
  const [met, made] = await Promise.all([
    db.meeting.findMany({
      where: { state: 'CONFIRMED', userAId: { in: people }, userBId: { in: people } },
      select: { userAId: true, userBId: true },
    }),
    db.introduction.findMany({ where: { byId: viewerId, aId: { in: people }, bId: { in: people } }, select: { aId: true, bId: true } }),
  ])
  return new Set([...met.map(({ userAId, userBId }) => keyOf(userAId, userBId)), ...made.map(({ aId, bId }) => keyOf(aId, bId))])
}

/**
 * 'You know both': pairs of people whom the viewer met at this event who have something in common or can do
 * something for each other, by what both show, and have not met. The strongest first, nobody twice.
 */
export async function pairsAtEvent(db: Db, { viewerId, eventId }: { readonly viewerId: string; readonly eventId: string }) {
  const people = await metThere(db, viewerId, eventId)
  const ids = people.map(({ userId }) => userId)
  const [shown, settled, blocks] = await Promise.all([shownPeople(db, ids), settledPairs(db, viewerId, ids), blocksAmong(db, ids)])
  const pairs = people.flatMap((one, at) =>
    people.slice(at + 1).flatMap((other) => {
      const [first, second] = [shown.get(one.userId), shown.get(other.userId)]
      if (!first || !second || settled.has(keyOf(one.userId, other.userId)) || blocks.between(one.userId, other.userId)) return []
      const weight = factsWeight(sharedFacts(first, second))
      return weight > 0 ? [{ one, other, weight }] : []
    }),
  )
  const taken = new Set<string>()
  return pairs
    .sort((a, b) => b.weight - a.weight)
    .filter(({ one, other }) => {
      if (taken.has(one.id) || taken.has(other.id)) return false
      taken.add(one.id).add(other.id)
      return true
    })
    .slice(0, MOST)
    .map(({ one, other }) => ({ oneContactId: one.id, oneName: one.name, otherContactId: other.id, otherName: other.name }))
}
