import { createECDH, randomBytes, type ECDH } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { newId, randomText } from '@/server/lib/tokens'
import { NOW } from './moment'
import { buildSession, buildUser } from './user'

/** A browser with its own keys, as it gives them out, and what it keeps to read messages by. */
export interface TestBrowser {
  readonly keys: { readonly endpoint: string; readonly p256dh: string; readonly auth: string }
  readonly ecdh: ECDH
}

export function newBrowser(): TestBrowser {
  const ecdh = createECDH('prime256v1')
  const endpoint = `https://push.example.org/${randomText(24)}`
  const keys = { endpoint, p256dh: ecdh.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') }
  return { keys, ecdh }
}

/** A browser of a person, in a session of its own unless one is given. */
export async function buildPushSubscription(
  db: Db,
  { browser = newBrowser(), ...overrides }: Partial<Prisma.PushSubscriptionUncheckedCreateInput> & { readonly browser?: TestBrowser } = {},
) {
  const userId = overrides.userId ?? (await buildUser(db)).id
  const sessionId = overrides.sessionId ?? (await buildSession(db, { userId })).id
  return db.pushSubscription.create({
    data: { id: newId('pushSubscription'), ...browser.keys, createdAt: NOW, ...overrides, userId, sessionId },
  })
}
