import { DomainError } from '@/domain/errors'
import { freePlaces } from '@/domain/rsvp/places'
import { rsvpClosed } from '@/domain/rsvp/rsvp-time'
import type { Db } from '@/server/db/client'
import { ticketOf } from '@/server/lib/ticket'
import { textOf, type Locale } from '@/text/translator'
import { unsubscribeToken } from '../mail/unsubscribe-token'
import { findRsvp } from './find-rsvp'
import { countPlaces } from './promote'

interface Given {
  readonly eventId: string
  readonly viewer: { readonly userId: string; readonly email: string | null } | null
  readonly secret: string
  readonly now: Date
  readonly locale: Locale
}

/** Where mail about events is switched on again; null while it comes. */
async function mailSwitch(db: Db, secret: string, viewer: Given['viewer']): Promise<string | null> {
  if (!viewer?.email) return null
  const off = await db.mailSuppression.count({ where: { address: viewer.email, kind: 'EVENT' } })
  return off > 0 ? `/unsubscribe/${unsubscribeToken(secret, viewer.userId, 'EVENT', viewer.email)}` : null
}

/**
 * What a page says about coming to an event: how many places there are, and what the viewer said. Numbers and
 * the viewer's own; nobody's name.
 * @throws DomainError NOT_FOUND
 */
export async function showRsvpBox(db: Db, { eventId, viewer, secret, now, locale }: Given) {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: { id: true, name: true, endsAt: true, timeZone: true, status: true, rsvpMode: true, capacity: true, plusOnes: true },
  })
  if (!event) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  const [places, waiting, own, mailOffPath] = await Promise.all([
    countPlaces(db, event),
    db.rsvp.count({ where: { eventId, state: 'WAITLISTED' } }),
    viewer && findRsvp(db, { eventId_userId: { eventId, userId: viewer.userId } }, now),
    mailSwitch(db, secret, viewer),
  ])
  return {
    eventId,
    eventName: event.name,
    timeZone: event.timeZone,
    closed: rsvpClosed(event, now),
    required: event.rsvpMode === 'REQUIRED',
    mayBring: event.plusOnes,
    /** Places for whoever comes next; null where as many come as like. Those that others wait for are not free. */
    free: event.capacity === null ? null : waiting > 0 ? 0 : freePlaces(places),
    waiting,
    mailOffPath,
    own: own && {
      state: own.state,
      place: own.place,
      plusOnes: own.plusOnes,
      confirmBy: own.confirmBy,
      lapsed: own.lapsedAt !== null,
      ticketPath: `/t/${ticketOf(secret, own.id)}`,
    },
  }
}
