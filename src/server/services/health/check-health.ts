import { setTimeout as delay } from 'node:timers/promises'
import type { Db } from '@/server/db/client'
import { beats, type Pulse } from '@/server/lib/pulse'

/** How long the database may take to answer, in milliseconds. */
const ANSWER_MS = 5_000

/**
 * Whether this instance reaches its database and does its jobs; a process that was never to do any is
 * judged by the database alone. Says nothing else, since anybody may ask.
 */
export async function checkHealth(db: Db, jobs: Pulse | undefined = globalThis.serendipPulse): Promise<{ ok: boolean }> {
  try {
    const answered = db.$queryRaw`SELECT 1`.then(() => true)
    // A statement waits for a database that is away; who asks here wants to know that it is.
    const late = delay(ANSWER_MS, false, { ref: false })
    return { ok: (await Promise.race([answered, late])) && (!jobs || beats(jobs)) }
  } catch {
    return { ok: false }
  }
}
