import { PrismaAdapter } from '@auth/prisma-adapter'
import type { Adapter } from 'next-auth/adapters'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Clock } from '@/server/lib/clock'
import { hashToken } from '@/server/lib/tokens'
import { createProvedUser } from './create-user'
import { redeemToken } from './sign-in-tokens'

/**
 * The Prisma adapter of next-auth with three differences: sessions are stored by their hash, a
 * sign-in token is opened by link or by six-digit code with five tries, and a new user gets our id
 * and pass. What next-auth needs of other providers (accounts) is not there: sign-in is by mail alone.
 */
export function authAdapter(db: PrismaClient, clock: Clock, secret: string): Adapter {
  // The adapter's types are those of another copy of next-auth's core; the calls are the same.
  const base = PrismaAdapter(db) as unknown as Adapter
  return {
    ...base,
    createUser: (user: { email: string }) => createProvedUser(db, secret, user.email, clock.now()),
    createSession: async (session) => {
      await db.session.create({
        data: { sessionToken: hashToken(session.sessionToken), userId: session.userId, expires: session.expires },
      })
      return session
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await base.getSessionAndUser?.(hashToken(sessionToken))
      return found ? { ...found, session: { ...found.session, sessionToken } } : null
    },
    // Two tabs may sign out at once: the second finds nothing, and that is fine.
    deleteSession: async (sessionToken) => {
      await db.session.deleteMany({ where: { sessionToken: hashToken(sessionToken) } })
    },
    useVerificationToken: ({ identifier, token }) => redeemToken(db, secret, { identifier, token }, clock.now()),
  }
}
