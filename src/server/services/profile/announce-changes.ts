import { meetingTimes } from '@/domain/meeting/meeting-time'
import type { Db } from '@/server/db/client'
import { announce } from '@/server/live/publish'

/**
 * Notes that this person shows something else of themself, and tells the events where they are now: they
 * have asked for other people to meet, so what they read before holds no place any more.
 */
export async function announceChanges(db: Db, userId: string, now: Date): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { describedAt: now } })
  const { startsBy } = meetingTimes(now)
  const present = await db.checkIn.findMany({
    where: { userId, event: { startsAt: { lte: startsBy }, endsAt: { gte: now }, status: 'SCHEDULED' } },
    select: { eventId: true },
  })
  for (const { eventId } of present) announce(db, eventId)
}
