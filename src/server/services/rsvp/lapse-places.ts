import type { PrismaClient } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { confirmBy } from '@/domain/rsvp/rsvp-time'
import { logger } from '@/server/lib/logger'
import { lockEvent } from './lock-event'
import { fillPlaces } from './promote'
import { tellPeople, TOLD } from './rsvp-mails'

/** Places whose time to be confirmed has passed, at an event that has not begun. */
const overdue = (now: Date) => ({ state: 'GOING', confirmBy: { lte: now } }) as const

async function lapseAt(tx: Db, eventId: string, now: Date): Promise<number> {
  const event = await lockEvent(tx, eventId)
  if (event?.status !== 'SCHEDULED') return 0
  const people = await tx.rsvp.findMany({ where: { eventId, ...overdue(now) }, select: TOLD })
  await tx.rsvp.updateMany({
    where: { eventId, ...overdue(now) },
    data: { state: 'CANCELLED', cancelledAt: now, lapsedAt: now, confirmBy: null },
  })
  await tellPeople(tx, event, 'LAPSED', people, now)
  await fillPlaces(tx, event, now)
  return people.length
}

/**
 * Passes on the places that were not confirmed in time, one transaction for each event. Once an event has
 * begun nobody loses theirs any more: they may be standing at the door.
 */
export async function lapsePlaces(db: PrismaClient, now: Date): Promise<void> {
  const events = await db.event.findMany({
    where: { status: 'SCHEDULED', startsAt: { gt: now }, rsvps: { some: overdue(now) } },
    select: { id: true },
  })
  for (const { id } of events) {
    const lapsed = await db.$transaction((tx) => lapseAt(tx, id, now))
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
