import type { PrismaClient } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { confirmBy } from '@/domain/rsvp/rsvp-time'
import { logger } from '@/server/lib/logger'
import { lockEvent, type LockedEvent } from './lock-event'
import { fillPlaces } from './promote'
import { tellPeople, TOLD } from './rsvp-mails'

/** Places whose time to be confirmed has passed, at an event that has not begun. */
const overdue = (now: Date) => ({ state: 'GOING', confirmBy: { lte: now } }) as const

/**
 * Passes on the places of a locked event that were not confirmed in time: whoever says something about coming
 * after that finds them given to the next in line, as they will be at the next tick anyway. Once the event has
 * begun nobody loses theirs any more: they may be standing at the door.
 * @returns how many there were.
 */
export async function lapseOverdue(tx: Db, event: LockedEvent, now: Date): Promise<number> {
  if (event.status !== 'SCHEDULED' || event.startsAt <= now) return 0
  const where = { eventId: event.id, ...overdue(now) }
  const people = await tx.rsvp.findMany({ where, select: TOLD })
  if (people.length === 0) return 0
  await tx.rsvp.updateMany({
    where,
    data: { state: 'CANCELLED', cancelledAt: now, lapsedAt: now, confirmBy: null },
  })
  await tellPeople(tx, event, 'LAPSED', people, now)
  await fillPlaces(tx, event, now)
  return people.length
}

/** {@link lapseOverdue} wherever there is something to pass on, one transaction for each event. */
export async function lapsePlaces(db: PrismaClient, now: Date): Promise<void> {
  const events = await db.event.findMany({
    where: { status: 'SCHEDULED', startsAt: { gt: now }, rsvps: { some: overdue(now) } },
    select: { id: true },
  })
  for (const { id } of events) {
    const lapsed = await db.$transaction(async (tx) => {
      const event = await lockEvent(tx, id)
      return event ? lapseOverdue(tx, event, now) : 0
    })
    logger.info({ eventId: id, lapsed }, 'places were not confirmed')
  }
}

/** Gives everybody who has to confirm their place the time for it anew: the event was called off, and is on again. */
export async function renewDeadlines(tx: Db, eventId: string, now: Date): Promise<void> {
  const event = await lockEvent(tx, eventId)
  if (!event) return
  await tx.rsvp.updateMany({
    where: { eventId, confirmBy: { not: null } },
    data: { confirmBy: confirmBy(now, event.startsAt) },
  })
}
