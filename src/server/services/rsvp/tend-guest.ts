import { freePlaces, sizeOf } from '@/domain/rsvp/places'
import { inTransaction, type Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { textOf, type Locale } from '@/text/translator'
import { DomainError } from '@/domain/errors'
import { lockEvent } from './lock-event'
import { countPlaces, fillPlaces, givePlaces } from './promote'
import { tellPeople, TOLD } from './rsvp-mails'
import { demandOpen, noSuchRsvp, rsvpRefusal } from './rsvp-refusals'

interface Tending {
  readonly eventId: string
  readonly rsvpId: string
  /** The organizer. */
  readonly userId: string
  readonly now: Date
  readonly locale: Locale
}

/** Somebody's RSVP at an event that this organizer may tend, locked and open. @throws DomainError NOT_FOUND, GONE */
async function openGuest(tx: Db, { eventId, rsvpId, userId, now, locale }: Tending) {
  const event = await lockEvent(tx, eventId)
  const rsvp = await tx.rsvp.findFirst({
    where: { id: rsvpId, event: { id: eventId, ...eventsWhereMay('tendRsvps', userId, now) } },
    select: { id: true, state: true, plusOnes: true, ...TOLD },
  })
  if (!event || !rsvp) throw noSuchRsvp(locale)
  demandOpen(event, now, locale)
  return { event, rsvp }
}

/**
 * Gives somebody who waits a place now, whoever is before them: the organizer's right, though never above
 * the capacity. They are told, and confirm it as anybody does. A repeat changes nothing.
 * @throws DomainError NOT_FOUND; GONE when the event is called off or over; CONFLICT when they do not wait any
 *   more or there is no room.
 */
export function givePlaceTo(db: Db, given: Tending): Promise<void> {
  const { now, locale } = given
  return inTransaction(db, async (tx) => {
    const { event, rsvp } = await openGuest(tx, given)
    if (rsvp.state === 'GOING') return
    if (rsvp.state !== 'WAITLISTED') throw rsvpRefusal('CONFLICT', 'notWaiting', locale)
    const free = freePlaces(await countPlaces(tx, event))
    const size = sizeOf(rsvp)
    if (size > free) throw new DomainError('CONFLICT', textOf(locale, 'rsvps')('noRoom', { free, size }))
    await givePlaces(tx, event, [rsvp.id], now)
  })
}

/**
 * Cancels for somebody, who is told; what they had goes to the next in line. A repeat changes nothing.
 * @throws DomainError NOT_FOUND; GONE when the event is called off or over.
 */
export function cancelFor(db: Db, given: Tending): Promise<void> {
  const { now } = given
  return inTransaction(db, async (tx) => {
    const { event, rsvp } = await openGuest(tx, given)
    if (rsvp.state === 'CANCELLED') return
    await tx.rsvp.update({ where: { id: rsvp.id }, data: { state: 'CANCELLED', cancelledAt: now, confirmBy: null } })
    await tellPeople(tx, event, 'REMOVED', [rsvp], now)
    await fillPlaces(tx, event, now)
  })
}
