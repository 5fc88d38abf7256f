import { DomainError } from '@/domain/errors'
import { doorState } from '@/domain/check-in/door-code'
import { actionsOf, type Standing } from '@/domain/permissions'
import type { EventStatus, RsvpState } from '@/generated/prisma/client'
import { inTransaction, type Db } from '@/server/db/client'
import { EVENT_FIELDS, eventsWhereMay } from '@/server/db/scopes'
import { renewDeadlines } from '../rsvp/lapse-places'
import { tellGuests } from '../rsvp/tell-guests'
import { textOf, type Locale } from '@/text/translator'

/** More arrivals than any room holds; a list is never longer. */
const MOST_ARRIVALS = 2_000

/**
 * An event as its organizers see it: who came, when, and for which time, how many are there still, how many
 * said that they come, and what they may do about it. What people noted or were
 * suggested is not theirs to see and is not read here.
 */
export async function findEventForOrganizer(
  db: Db,
  given: { eventId: string; userId: string; standings: readonly Standing[]; now: Date; locale: Locale },
) {
  const event = await db.event.findFirst({
    where: {
      id: given.eventId,
      ...eventsWhereMay('organize', given.userId, given.now),
    },
    select: {
      ...EVENT_FIELDS,
      community: { select: { slug: true, name: true } },
      series: { select: { id: true, name: true } },
      doorMode: true,
      rsvpMode: true,
      _count: { select: { checkIns: true, doorGrants: { where: { userId: { not: null }, revokedAt: null } } } },
      checkIns: {
        select: { id: true, at: true, visitNumber: true, leftAt: true, user: { select: { name: true } } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        take: MOST_ARRIVALS,
      },
    },
  })
  if (!event) throw new DomainError('NOT_FOUND', textOf(given.locale, 'errors')('notFound'))
  const { checkIns, _count, ...facts } = event
  const rsvps = await db.rsvp.groupBy({ by: ['state'], where: { eventId: event.id }, _count: true })
  const said = (state: RsvpState) => rsvps.find((row) => row.state === state)?._count ?? 0
  return {
    ...facts,
    door: doorState(event, given.now),
    ended: given.now > event.endsAt,
    may: actionsOf(given.standings),
    going: said('GOING'),
    waitlisted: said('WAITLISTED'),
    hostsForTheNight: _count.doorGrants,
    arrivals: _count.checkIns,
    here: checkIns.filter(({ leftAt }) => leftAt === null).length,
    firstTimers: checkIns.filter(({ visitNumber }) => visitNumber === 1).length,
    people: checkIns.map(({ id, at, visitNumber, user }) => ({ id, at, visitNumber, name: user.name })),
  }
}

/**
 * Calls an event off, or on again, and tells those who said that they come. Its place in the series stays
 * taken, so that it does not come back by itself; who is checked in stays so. A repeat changes nothing.
 */
export async function setEventStatus(
  db: Db,
  given: { eventId: string; userId: string; status: EventStatus; now: Date },
): Promise<{ status: EventStatus }> {
  const { eventId, status, now } = given
  return inTransaction(db, async (tx) => {
    const { count } = await tx.event.updateMany({
      where: { id: eventId, status: { not: status }, ...eventsWhereMay('editSeries', given.userId, now) },
      data: { status, sequence: { increment: 1 }, changedAt: now },
    })
    if (count > 0 && status === 'SCHEDULED') await renewDeadlines(tx, eventId, now)
    if (count > 0) await tellGuests(tx, { eventId, what: status === 'CANCELLED' ? 'CANCELLED' : 'BACK_ON' }, now)
    return { status }
  })
}
