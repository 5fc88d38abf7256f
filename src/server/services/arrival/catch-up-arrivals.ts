import { SOLVE_AFTER_MS } from '@/domain/suggestion/solve-time'
import type { Db } from '@/server/db/client'
import { GRANT_GRACE_MS } from '@/server/db/scopes'
import { enqueue } from '@/server/jobs/enqueue'

/** Arrivals this recent may still be announced by the instance that took them, in milliseconds. */
const GRACE_MS = 5_000

/**
 * Adds the job for events that go on and need it: people arrived (be it an hour ago, on a host's device
 * without network), left, came back, were taken back or changed what they show there and no job has seen
 * it, since announcing is not part of the change's transaction and an
 * instance that dies in between announces nothing; or something has changed there since the last full
 * solve, and that is long enough ago. Also for those that ended a while ago and where somebody waits for
 * their mail, as whoever is written down without network. A job that died with its instance keeps its row and loses its key
 * to this one, so that nobody waits for the queue to give it up.
 */
export async function catchUpArrivals(db: Db, now: Date): Promise<void> {
  const settled = new Date(now.getTime() - GRACE_MS)
  const events = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM event e
    WHERE (e."endsAt" >= ${now} AND (
        (e."solvedAt" < e."suggestedAt" AND e."solvedAt" <= ${new Date(now.getTime() - SOLVE_AFTER_MS)})
        OR EXISTS (SELECT 1 FROM check_in c JOIN "user" u ON u.id = c."userId"
                   WHERE c."eventId" = e.id AND c.at < ${settled}
                     AND (e."suggestedAt" IS NULL
                          OR greatest(c.at, c."recordedAt", c."leftAt", c."returnedAt", u."describedAt") > e."suggestedAt"))
        OR EXISTS (SELECT 1 FROM check_in_undo x WHERE x."eventId" = e.id AND x."undoneAt" > e."suggestedAt")))
      OR (e."endsAt" >= ${new Date(now.getTime() - GRANT_GRACE_MS)}
        AND EXISTS (SELECT 1 FROM check_in c JOIN "user" u ON u.id = c."userId"
                    WHERE c."eventId" = e.id AND c.at < ${settled} AND u."doorEmail" IS NOT NULL AND u."welcomedAt" IS NULL))`
  for (const { id } of events) {
    await enqueue(db, 'after-arrivals', { eventId: id }, { jobKey: `after-arrivals:${id}` })
  }
}
