import { isOver } from '@/domain/meeting/meeting-time'
import type { PrismaClient } from '@/generated/prisma/client'
import { isLostRace } from '@/server/db/errors'
import { publish } from '@/server/live/publish'
import { solveEvent } from './solve-event'
import { lockSuggestions, REFRESH_TIMEOUT_MS } from './suggestion-lock'

/**
 * Brings an event's suggestions up to date with everybody who is there by now, and tells those whose
 * list reads differently. One at a time per event among all instances: with `wait`, a second caller
 * waits and then leaves if the room was loaded after it came; without, it leaves at once, since the one
 * at work, or the announcement that follows each arrival, serves it too.
 * @returns the ids of those whose lists changed; null when another refresh served this one, or the event has ended.
 */
export async function refreshSuggestions(
  db: PrismaClient,
  eventId: string,
  now: Date,
  { wait }: { readonly wait: boolean } = { wait: true },
): Promise<string[] | null> {
  const refresh = () => refreshOnce(db, eventId, now, wait)
  const changed = await refresh().catch((error: unknown) => {
    // Somebody was deleted, or wrote in another order, while it was at work: the room is loaded again.
    if (isLostRace(error)) return refresh()
    throw error
  })
  if (changed && changed.length > 0) await publish(db, { topic: 'people', eventId, userIds: changed })
  return changed
}

function refreshOnce(db: PrismaClient, eventId: string, now: Date, wait: boolean): Promise<string[] | null> {
  return db.$transaction(
    async (tx) => {
      if (!(await lockSuggestions(tx, eventId, { wait }))) return null
      const event = await tx.event.findUnique({
        where: { id: eventId },
        select: { suggestedAt: true, solvedAt: true, endsAt: true },
      })
      if (!event || isOver(event, now)) return null
      // Whoever came before with a later 'now' has loaded all that was written before this call.
      if (event.suggestedAt && event.suggestedAt > now) return null
      return solveEvent(tx, { eventId, ...event, now })
    },
    { timeout: REFRESH_TIMEOUT_MS, maxWait: REFRESH_TIMEOUT_MS },
  )
}
