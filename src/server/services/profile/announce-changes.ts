import { meetingTimes } from '@/domain/meeting/meeting-time'
import type { Db } from '@/server/db/client'
import { announce } from '@/server/live/publish'

/** Tells the events where this person is now that they show something else of themself. */
export async function announceChanges(db: Db, userId: string, now: Date): Promise<void> {
  const { startsBy } = meetingTimes(now)
  const present = await db.checkIn.findMany({
    where: { userId, event: { startsAt: { lte: startsBy }, endsAt: { gte: now }, status: 'SCHEDULED' } },
    select: { eventId: true },
  })
  for (const { eventId } of present) announce(db, eventId)
}
