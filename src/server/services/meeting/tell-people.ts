import type { Db } from '@/server/db/client'
import { logger } from '@/server/lib/logger'
import { announce, publish } from '@/server/live/publish'

/**
 * After a change between these people is written: their open pages look anew at once, and the event's
 * suggestions are computed again soon. What was written stands even if nobody can be told.
 */
export async function tellPeople(db: Db, eventId: string, userIds: readonly string[]): Promise<void> {
  await tellPages(db, eventId, userIds)
  announce(db, eventId)
}

/** After a change that is written and touches no suggestion: the open pages of these people look anew at once. */
export async function tellPages(db: Db, eventId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return
  try {
    await publish(db, { topic: 'people', eventId, userIds: [...userIds] })
  } catch (err) {
    logger.warn({ err, eventId }, 'people not told of a change')
  }
}
