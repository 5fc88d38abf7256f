import type { PrismaClient } from '@/generated/prisma/client'
import type { Clock } from '@/server/lib/clock'
import type { LiveHub } from '@/server/live/subscribe'
import type { Viewer } from '@/server/auth/viewer'
import type { Locale } from '@/text/translator'

/** What every procedure has in its hands. Tests build it by themselves; requests by request-context.ts. */
export interface Context {
  readonly db: PrismaClient
  readonly clock: Clock
  /** Keys every signature; never leaves the server. */
  readonly secret: string
  /** Origin of every link that the product hands out, never taken from a request. */
  readonly publicUrl: string
  /** Messages about events, from all instances. */
  readonly live: LiveHub
  /** Whether a mail server is set; without one mail waits in the outbox. */
  readonly mailLeaves: boolean
  readonly viewer: Viewer | null
  readonly locale: Locale
  readonly requestId: string
  /** The client's address as the trusted proxies report it; only a key for limits. */
  readonly ip: string
}
