import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { welcomeGuests } from '@/server/services/sign-in/welcome-guests'
import type { TaskPayloads } from '../enqueue'
import type { JobDeps } from '../job-deps'

/** What follows arrivals: suggestions for the room first, since people wait for them, then mail to the new. */
export async function afterArrivalsTask(
  { eventId }: TaskPayloads['after-arrivals'],
  { db, clock, secret, publicUrl }: JobDeps,
): Promise<void> {
  await refreshSuggestions(db, eventId, clock.now())
  await welcomeGuests(db, { secret, publicUrl, now: clock.now() })
}
