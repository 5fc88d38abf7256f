import type { PrismaClient } from '@/generated/prisma/client'
import type { Context } from '@/server/api/context'
import type { Viewer } from '@/server/auth/viewer'
import { NOW, PUBLIC_URL, SECRET } from './moment'

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
    locale: 'en',
    requestId: 'test',
    ip: '127.0.0.1',
    ...overrides,
  }
}
