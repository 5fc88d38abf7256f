import { isWorthReminding, remindedStarts } from '@/domain/rsvp/rsvp-time'
import type { PrismaClient } from '@/generated/prisma/client'
import { logger } from '@/server/lib/logger'
import { tellGuests } from './tell-guests'

/**
 * Queues the reminders of the day before, one transaction for each event, so that it has all of them or none.
 * Several workers at once make them once. An event that was seen too late, or made at short notice, has none.
 */
export async function remindGuests(db: PrismaClient, now: Date): Promise<void> {
  const { after, until } = remindedStarts(now)
  const due = { status: 'SCHEDULED', remindedAt: null, startsAt: { gt: after, lte: until } } as const
  const events = await db.event.findMany({ where: due, select: { id: true, startsAt: true } })
  for (const { id, startsAt } of events) {
    const mails = await db.$transaction(async (tx) => {
      // Whoever sets the mark does the work; others wait for the row here, and then find it set.
      const { count } = await tx.event.updateMany({ where: { id, ...due }, data: { remindedAt: now } })
      if (count === 0 || !isWorthReminding(startsAt, now)) return 0
      return tellGuests(tx, { eventId: id, what: 'REMINDER' }, now)
    })
    logger.info({ eventId: id, mails }, 'the reminders are queued')
  }
}
