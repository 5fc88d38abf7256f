import type { Db } from '@/server/db/client'
import { beats, type Pulse } from '@/server/lib/pulse'

/**
 * Whether this instance reaches its database and does its jobs; a process that was never to do any is
 * judged by the database alone. Says nothing else, since anybody may ask.
 */
export async function checkHealth(db: Db, jobs: Pulse | undefined = globalThis.serendipPulse): Promise<{ ok: boolean }> {
  try {
    await db.$queryRaw`SELECT 1`
    return { ok: !jobs || beats(jobs) }
  } catch {
    return { ok: false }
  }
}
