import { chooseFromWaitlist, freePlaces, mayOvertake, type Places } from '@/domain/rsvp/places'
import { confirmBy, rsvpClosed } from '@/domain/rsvp/rsvp-time'
import type { Db } from '@/server/db/client'
import { lockEvent, type LockedEvent } from './lock-event'
import { tellPeople, TOLD } from './rsvp-mails'

/** How the places of an event stand now; true for as long as its row is locked. */
export async function countPlaces(tx: Db, event: Pick<LockedEvent, 'id' | 'capacity'>): Promise<Places> {
  const { _count, _sum } = await tx.rsvp.aggregate({
    where: { eventId: event.id, state: 'GOING' },
    _count: true,
    _sum: { plusOnes: true },
  })
  return { capacity: event.capacity, taken: _count + (_sum.plusOnes ?? 0) }
}

/** Those of them whom no mail about events reaches: they switched it off, or their address bounced. */
async function unreachable(tx: Db, people: readonly { id: string; user: { email: string | null } }[]) {
  const rows = await tx.mailSuppression.findMany({
    where: { kind: 'EVENT', address: { in: people.flatMap(({ user }) => user.email ?? []) } },
    select: { address: true },
  })
  const held = new Set(rows.map(({ address }) => address))
  return new Set(people.filter(({ user }) => user.email === null || held.has(user.email)).map(({ id }) => id))
}

/** Gives places, and tells those who waited for one until when to confirm it. */
export async function givePlaces(tx: Db, event: LockedEvent, ids: readonly string[], now: Date): Promise<void> {
  const people = await tx.rsvp.findMany({ where: { id: { in: [...ids] } }, select: { id: true, ...TOLD } })
  // Nobody loses a place for not answering a mail that never came.
  const silent = await unreachable(tx, people)
  const deadline = confirmBy(now, event.startsAt)
  const given = { state: 'GOING', promotedAt: now } as const
  await tx.rsvp.updateMany({ where: { id: { in: [...silent] } }, data: given })
  await tx.rsvp.updateMany({
    where: { id: { in: ids.filter((id) => !silent.has(id)) } },
    data: { ...given, confirmBy: deadline },
  })
  await tellPeople(tx, event, 'PROMOTED', people, now)
}

/**
 * Gives the free places of a locked event to the waitlist, as `domain/rsvp` decides. The newcomer, who has
 * only just joined it, gets one outright: they have no need to confirm what they said a moment ago.
 * @returns the ids of the RSVPs that are going now and were not.
 */
export async function fillPlaces(tx: Db, event: LockedEvent, now: Date, newcomerId?: string): Promise<string[]> {
  const places = await countPlaces(tx, event)
  if (freePlaces(places) === 0) return []
  const waiting = await tx.rsvp.findMany({
    where: { eventId: event.id, state: 'WAITLISTED' },
    select: { id: true, plusOnes: true, turn: true },
  })
  const overtaking = mayOvertake(now, event.startsAt)
  const chosen = chooseFromWaitlist(places, waiting, { overtaking }).map(({ id }) => id)
  const waited = chosen.filter((id) => id !== newcomerId)
  if (waited.length < chosen.length) await tx.rsvp.updateMany({ where: { id: newcomerId ?? '' }, data: { state: 'GOING' } })
  if (waited.length > 0) await givePlaces(tx, event, waited, now)
  return chosen
}

/**
 * Gives free places to the waitlist, in the transaction of what made them free: a cancellation, fewer
 * plus-ones, more capacity, an earlier or later start. Locks the event; nothing happens once it is over or
 * called off.
 * @returns how many RSVPs were given a place.
 */
export async function promoteWaitlist(tx: Db, eventId: string, now: Date): Promise<number> {
  const event = await lockEvent(tx, eventId)
  if (!event || rsvpClosed(event, now)) return 0
  return (await fillPlaces(tx, event, now)).length
}
