import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { rsvpClosed } from '@/domain/rsvp/rsvp-time'
import { sizeOf } from '@/domain/rsvp/places'
import { textOf, type Locale } from '@/text/translator'

/** More people than any event here has room for; a list is never longer. */
const MOST_RSVPS = 10_000

/**
 * Who said that they come, for organizers: names, never addresses. Those who wait are in order of turn, with
 * their place in line; the others in the order in which they said so.
 * @throws DomainError NOT_FOUND
 */
export async function listRsvps(
  db: Db,
  given: { readonly eventId: string; readonly userId: string; readonly now: Date; readonly locale: Locale },
) {
  const event = await db.event.findFirst({
    where: { id: given.eventId, ...eventsWhereMay('seeRsvps', given.userId, given.now) },
    select: {
      id: true,
      name: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      status: true,
      capacity: true,
      community: { select: { slug: true, name: true } },
      rsvps: {
        orderBy: { turn: 'asc' },
        take: MOST_RSVPS,
        select: {
          id: true,
          state: true,
          plusOnes: true,
          saidAt: true,
          confirmBy: true,
          lapsedAt: true,
          user: { select: { name: true } },
        },
      },
    },
  })
  if (!event) throw new DomainError('NOT_FOUND', textOf(given.locale, 'errors')('notFound'))
  const { rsvps, ...facts } = event
  const people = rsvps.map(({ user, lapsedAt, ...rsvp }) => ({ ...rsvp, name: user.name, lapsed: lapsedAt !== null }))
  const going = people.filter(({ state }) => state === 'GOING')
  return {
    ...facts,
    closed: rsvpClosed(event, given.now),
    taken: going.reduce((sum, one) => sum + sizeOf(one), 0),
    going,
    waiting: people.filter(({ state }) => state === 'WAITLISTED').map((one, index) => ({ ...one, place: index + 1 })),
    cancelled: people.filter(({ state }) => state === 'CANCELLED'),
  }
}
