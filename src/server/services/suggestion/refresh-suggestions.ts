import { suggest } from '@/domain/matching/suggest'
import { isOver } from '@/domain/meeting/meeting-time'
import type { PrismaClient } from '@/generated/prisma/client'
import { publish } from '@/server/live/publish'
import { keptPairs, loadRoom, loadStanding } from './load-room'
import { writeDifference } from './write-difference'

/** How long one refresh may take in all, waiting for another one included, in milliseconds. */
const TIMEOUT_MS = 30_000

/**
 * Computes an event's suggestions anew, from everybody who is there by now, and tells those whose list
 * reads differently. One at a time per event, by a lock that its transaction holds: with `wait`, a
 * second caller waits and then leaves if the room was loaded after it came; without, it leaves at once,
 * since the one at work, or the announcement that follows each arrival, serves it too.
 * @returns the ids of those whose lists changed; null when another refresh served this one, or the event has ended.
 */
export async function refreshSuggestions(
  db: PrismaClient,
  eventId: string,
  now: Date,
  { wait }: { readonly wait: boolean } = { wait: true },
): Promise<string[] | null> {
  const lock = `suggestions:${eventId}`
  const changed = await db.$transaction(
    async (tx) => {
      if (wait) {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
      } else {
        const [taken] = await tx.$queryRaw<{ mine: boolean }[]>`
          SELECT pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) AS mine`
        if (!taken?.mine) return null
      }
      const event = await tx.event.findUnique({ where: { id: eventId }, select: { suggestedAt: true, endsAt: true } })
      if (!event || isOver(event, now)) return null
      // Whoever came before with a later 'now' has loaded all that was written before this call.
      if (event.suggestedAt && event.suggestedAt > now) return null
      const room = await loadRoom(tx, eventId)
      const standing = await loadStanding(tx, eventId)
      const computed = suggest({ ...room, kept: keptPairs(standing) })
      const affected = await writeDifference(tx, { eventId, standing, computed, now })
      await tx.event.update({ where: { id: eventId }, data: { suggestedAt: now } })
      return affected
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  )
  if (changed && changed.length > 0) await publish(db, { topic: 'people', eventId, userIds: changed })
  return changed
}
