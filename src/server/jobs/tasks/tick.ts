import { catchUpArrivals } from '@/server/services/arrival/catch-up-arrivals'
import { planDigests } from '@/server/services/follow-up/plan-digests'
import { queueMorningAfter } from '@/server/services/follow-up/queue-morning-after'
import { tendIntroductions } from '@/server/services/introduction/tend-introductions'
import { queueReminders } from '@/server/services/follow-up/queue-reminders'
import { tendImports } from '@/server/services/import/tend-imports'
import { tendOutbox } from '@/server/services/mail/tend-outbox'
import { tendRsvps } from '@/server/services/rsvp/tend-rsvps'
import { extendAllSeries } from '@/server/services/series/extend-series'
import type { TaskPayloads } from '../enqueue'
import type { JobDeps } from '../job-deps'

/** What has become due by the app's clock. */
export async function tickTask(_payload: TaskPayloads['tick'], { db, clock, transport }: JobDeps): Promise<void> {
  const now = clock.now()
  await catchUpArrivals(db, now)
  await queueMorningAfter(db, now)
  await tendIntroductions(db, now)
  await planDigests(db, now)
  await queueReminders(db, now)
  await tendRsvps(db, now)
  await extendAllSeries(db, now)
  await tendImports(db, now)
  await tendOutbox(db, now, { canSend: transport !== null })
}
