import type { PrismaClient } from '@/generated/prisma/client'
import { env } from '@/env'
import { createDatabase } from './db/client'
import { createLiveHub, type LiveHub } from './live/subscribe'
import { fileClock, systemClock, type Clock } from './lib/clock'

/** What lives as long as the process: made once, shared by requests, jobs and live updates. */
export interface Runtime {
  readonly db: PrismaClient
  readonly clock: Clock
  readonly secret: string
  readonly publicUrl: string
  readonly live: LiveHub
}

declare global {
  // Next bundles route handlers apart from instrumentation; the global keeps one pool for all of them.
  var serendipRuntime: Runtime | undefined
}

/** The process's own database, clock and keys. @throws Error if DATABASE_URL or AUTH_SECRET is unset. */
export function runtime(): Runtime {
  if (globalThis.serendipRuntime) return globalThis.serendipRuntime
  const { DATABASE_URL, DATABASE_POOL, AUTH_SECRET, PUBLIC_URL, TEST_CLOCK_FILE } = env()
  if (!DATABASE_URL || !AUTH_SECRET) {
    throw new Error('DATABASE_URL and AUTH_SECRET are set by `npm start`; start the server with it.')
  }
  globalThis.serendipRuntime = {
    db: createDatabase(DATABASE_URL, DATABASE_POOL),
    clock: TEST_CLOCK_FILE ? fileClock(TEST_CLOCK_FILE) : systemClock,
    secret: AUTH_SECRET,
    publicUrl: PUBLIC_URL,
    live: createLiveHub(DATABASE_URL),
  }
  return globalThis.serendipRuntime
}
