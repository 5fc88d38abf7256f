import type { EventMailProps } from '@/server/email/templates/event'
import type { Db } from '@/server/db/client'
import type { Clock } from '@/server/lib/clock'
import { ticketOf } from '@/server/lib/ticket'
import { dayAndHours, deadline } from '@/text/event-time'
import type { Locale } from '@/text/translator'
import { unsubscribeToken } from '../mail/unsubscribe-token'
import { changedLines, whereOf } from './changed-lines'
import { findRsvp, type FoundRsvp } from './find-rsvp'
import { rsvpToken, type RsvpAction } from './rsvp-token'
import type { StoredEventMail } from './stored-event-mail'

interface Deps {
  readonly db: Db
  readonly clock: Clock
  readonly secret: string
  readonly publicUrl: string
}

type What = StoredEventMail['what']

interface Addressed extends StoredEventMail {
  readonly recipient: string
  readonly userId: string | null
}

/** Whether the mail still tells the truth. */
function stillTrue(what: What, { state, lapsedAt, closed, event }: FoundRsvp, now: Date): boolean {
  if (closed === 'OVER' || (closed === 'CANCELLED') !== (what === 'CANCELLED')) return false
  switch (what) {
    case 'GOING':
    case 'PROMOTED':
      return state === 'GOING'
    case 'REMINDER':
      return state === 'GOING' && event.startsAt > now
    case 'WAITLISTED':
      return state === 'WAITLISTED'
    case 'LAPSED':
      return state === 'CANCELLED' && lapsedAt !== null
    case 'REMOVED':
      return state === 'CANCELLED' && lapsedAt === null
    case 'CHANGED':
    case 'CANCELLED':
    case 'BACK_ON':
      return state !== 'CANCELLED'
  }
}

/**
 * What a mail about an event says, as things are when it leaves.
 * @returns null when it is no longer true: the reader cancelled, or has a place by now, the event is over,
 *   called off or gone, or the address is no longer theirs.
 */
export async function loadEventMail(
  { db, clock, secret, publicUrl }: Deps,
  { recipient, userId, eventId, what, before }: Addressed,
  locale: Locale,
): Promise<EventMailProps | null> {
  const now = clock.now()
  const rsvp = userId && (await findRsvp(db, { eventId_userId: { eventId, userId } }, now))
  if (!rsvp || rsvp.user.email !== recipient || !stillTrue(what, rsvp, now)) return null
  const { event, state, confirmBy } = rsvp
  const coming = state !== 'CANCELLED' && what !== 'CANCELLED'
  const link = (action: RsvpAction) => `${publicUrl}/rsvp/${rsvpToken(secret, { rsvpId: rsvp.id, action })}`
  return {
    what,
    eventName: event.name,
    communityName: event.community.name,
    postalAddress: event.community.postalAddress,
    when: dayAndHours(locale, event),
    where: whereOf(event),
    changes: what === 'CHANGED' ? changedLines(before ?? {}, event, locale) : [],
    plusOnes: rsvp.plusOnes,
    place: rsvp.place ?? 0,
    waiting: state === 'WAITLISTED',
    confirmUntil: confirmBy && deadline(locale, confirmBy, event.timeZone),
    confirmUrl: confirmBy && link('confirm'),
    ticketUrl: state === 'GOING' && coming ? `${publicUrl}/t/${ticketOf(secret, rsvp.id)}` : null,
    cancelUrl: coming ? link('cancel') : null,
    calendarUrl: coming ? `${publicUrl}/events/${eventId}/calendar.ics` : null,
    eventUrl: `${publicUrl}/events/${eventId}`,
    unsubscribeUrl: `${publicUrl}/unsubscribe/${unsubscribeToken(secret, rsvp.userId, 'EVENT', recipient)}`,
  }
}
