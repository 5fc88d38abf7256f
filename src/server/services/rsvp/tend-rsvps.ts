import type { PrismaClient } from '@/generated/prisma/client'
import { lapsePlaces } from './lapse-places'
import { promoteWaitlist } from './promote'
import { remindGuests } from './remind-guests'

/**
 * Events with free places for which somebody waits. A day before the start a place that waited for a larger
 * party goes to the next whom it fits; and who deletes their account leaves one that nobody passed on.
 */
function withFreePlaces(db: PrismaClient, now: Date) {
  return db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM event e
    WHERE e.status = 'SCHEDULED' AND e."endsAt" > ${now}
      AND EXISTS (SELECT 1 FROM rsvp w WHERE w."eventId" = e.id AND w.state = 'WAITLISTED')
      AND (e.capacity IS NULL OR e.capacity >
           (SELECT coalesce(sum(1 + g."plusOnes"), 0) FROM rsvp g WHERE g."eventId" = e.id AND g.state = 'GOING'))
    ORDER BY e.id`
}

/** What time does to RSVPs: places not confirmed are passed on, free ones given, guests reminded. */
export async function tendRsvps(db: PrismaClient, now: Date): Promise<void> {
  await lapsePlaces(db, now)
  for (const { id } of await withFreePlaces(db, now)) {
    await db.$transaction((tx) => promoteWaitlist(tx, id, now))
  }
  await remindGuests(db, now)
}
