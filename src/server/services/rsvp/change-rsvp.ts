import { freePlaces } from '@/domain/rsvp/places'
import { inTransaction, type Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { lockEvent, type LockedEvent } from './lock-event'
import { countPlaces, fillPlaces } from './promote'
import { demandOpen, demandSize, noSuchRsvp, rsvpRefusal } from './rsvp-refusals'

/** One person's RSVP, and when they say something about it. */
export interface OwnRsvp {
  readonly eventId: string
  readonly userId: string
  readonly now: Date
  readonly locale: Locale
}

const FIELDS = { id: true, state: true, plusOnes: true, turn: true, confirmBy: true } as const

/** The event, locked and open, and the RSVP. @throws DomainError NOT_FOUND, GONE */
async function openRsvp(tx: Db, { eventId, userId, now, locale }: OwnRsvp) {
  const event = await lockEvent(tx, eventId)
  const rsvp = event && (await tx.rsvp.findUnique({ where: { eventId_userId: { eventId, userId } }, select: FIELDS }))
  if (!event || !rsvp) throw noSuchRsvp(locale)
  demandOpen(event, now, locale)
  return { event, rsvp }
}

/** Whether so many places more can be had now without taking one that somebody waits for. */
async function hasRoomFor(tx: Db, event: LockedEvent, more: number): Promise<boolean> {
  const waiting = await tx.rsvp.count({ where: { eventId: event.id, state: 'WAITLISTED' } })
  return waiting === 0 && freePlaces(await countPlaces(tx, event)) >= more
}

/**
 * Says how many others one brings. Fewer make places free for the waitlist; more take free ones, unless others
 * wait for them. Somebody who waits keeps their turn. As it says that one comes, it also confirms a place.
 * @throws DomainError NOT_FOUND; GONE when the event is called off or over, one is not coming, or the time to
 *   confirm the place has passed; BAD_INPUT or CONFLICT for more than one may bring or there is room for.
 */
export function changePlusOnes(db: Db, given: OwnRsvp & { readonly plusOnes: number }): Promise<void> {
  const { plusOnes, now, locale } = given
  return inTransaction(db, async (tx) => {
    const { event, rsvp } = await openRsvp(tx, given)
    if (rsvp.state === 'CANCELLED') throw rsvpRefusal('GONE', 'notGoing', locale)
    if (rsvp.confirmBy && rsvp.confirmBy <= now && event.startsAt > now) throw rsvpRefusal('GONE', 'lapsed', locale)
    const more = plusOnes - rsvp.plusOnes
    if (more > 0) {
      demandSize(event, plusOnes, locale)
      if (rsvp.state === 'GOING' && !(await hasRoomFor(tx, event, more))) {
        throw rsvpRefusal('CONFLICT', 'noRoomForMore', locale)
      }
    }
    await tx.rsvp.update({ where: { id: rsvp.id }, data: { plusOnes, confirmBy: null } })
    await fillPlaces(tx, event, now)
  })
}

/**
 * Says that one does not come: the place, or the one in line, is free at once. A repeat changes nothing.
 * @throws DomainError NOT_FOUND; GONE when the event is called off or over.
 */
export function cancelRsvp(db: Db, given: OwnRsvp): Promise<void> {
  const { now } = given
  return inTransaction(db, async (tx) => {
    const { event, rsvp } = await openRsvp(tx, given)
    if (rsvp.state === 'CANCELLED') return
    await tx.rsvp.update({ where: { id: rsvp.id }, data: { state: 'CANCELLED', cancelledAt: now, confirmBy: null } })
    await fillPlaces(tx, event, now)
  })
}

/**
 * Says yes to a place that became free. A repeat changes nothing.
 * @throws DomainError NOT_FOUND; GONE when the event is called off or over, the time to say so has passed, or
 *   there is no place any more.
 */
export function confirmPlace(db: Db, given: OwnRsvp): Promise<void> {
  const { now, locale } = given
  return inTransaction(db, async (tx) => {
    const { rsvp } = await openRsvp(tx, given)
    if (rsvp.state !== 'GOING') throw rsvpRefusal('GONE', 'notGoing', locale)
    if (rsvp.confirmBy && rsvp.confirmBy <= now) throw rsvpRefusal('GONE', 'lapsed', locale)
    await tx.rsvp.update({ where: { id: rsvp.id }, data: { confirmBy: null } })
  })
}
