import type { PrismaClient } from '@/generated/prisma/client'
import type { Context } from '@/server/api/context'
import type { Viewer } from '@/server/auth/viewer'
import type { LiveHub } from '@/server/live/subscribe'
import { NOW, PUBLIC_URL, SECRET } from './moment'

/** A hub that hears nothing, for tests that are not about live updates. */
const silence: LiveHub = {
  subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) }),
  ready: () => Promise.resolve(),
  close: () => Promise.resolve(),
}

/** What a procedure has in its hands, for this viewer (null: a visitor), at {@link NOW} unless given. */
export function buildContext(
  db: PrismaClient,
  viewer: Viewer | null,
  { now = NOW, ...overrides }: Partial<Omit<Context, 'db' | 'viewer' | 'clock'>> & { readonly now?: Date } = {},
): Context {
  return {
    db,
    viewer,
    clock: { now: () => now },
    secret: SECRET,
    publicUrl: PUBLIC_URL,
    live: silence,
    mailLeaves: true,
    locale: 'en',
    requestId: 'test',
    ip: '127.0.0.1',
    ...overrides,
  }
}
