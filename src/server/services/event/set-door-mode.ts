import type { DoorMode } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { publish } from '@/server/live/publish'

interface Given {
  readonly eventId: string
  readonly userId: string
  readonly doorMode: DoorMode
  /** Makes the posters that were printed before worthless. */
  readonly newPoster: boolean
  readonly now: Date
}

/**
 * Chooses between a code that changes on a screen and one that is printed. Going back to the screen makes
 * printed posters worthless for good, as a new poster does; a repeat changes nothing. Open screens follow.
 */
export async function setDoorMode(db: Db, { eventId, userId, doorMode, newPoster, now }: Given): Promise<void> {
  const nextPoster = { posterVersion: { increment: 1 } }
  const { count } = await db.event.updateMany({
    where: {
      id: eventId,
      doorMode: doorMode === 'POSTER' && !newPoster ? 'ROTATING' : 'POSTER',
      ...eventsWhereMay('editSeries', userId, now),
    },
    data: { doorMode, ...(doorMode === 'ROTATING' || newPoster ? nextPoster : {}) },
  })
  if (count > 0) await publish(db, { topic: 'hosts', eventId })
}
