import type { Db } from '@/server/db/client'
import { enqueue } from '@/server/jobs/enqueue'

/** Arrivals this recent may still be announced by the instance that took them, in milliseconds. */
const GRACE_MS = 5_000

/**
 * Adds the job for events that go on and have arrivals which no job has seen: announcing an arrival is
 * not part of the check-in's transaction, and an instance that dies in between announces nothing.
 */
export async function catchUpArrivals(db: Db, now: Date): Promise<void> {
  const events = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM event e
    WHERE e."endsAt" >= ${now}
      AND EXISTS (SELECT 1 FROM check_in c JOIN "user" u ON u.id = c."userId"
                  WHERE c."eventId" = e.id AND c.at < ${new Date(now.getTime() - GRACE_MS)}
                    AND (e."suggestedAt" IS NULL OR c.at > e."suggestedAt"
                         OR (u."doorEmail" IS NOT NULL AND u."welcomedAt" IS NULL)))`
  for (const { id } of events) {
    await enqueue(db, 'after-arrivals', { eventId: id }, { jobKey: `after-arrivals:${id}` })
  }
}
