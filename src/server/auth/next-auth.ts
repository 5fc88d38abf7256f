import NextAuth, { type NextAuthOptions } from 'next-auth'
import type { EmailConfig } from 'next-auth/providers/email'
import { ownPath } from '@/domain/own-path'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Clock } from '@/server/lib/clock'
import { logger } from '@/server/lib/logger'
import { authAdapter } from './adapter'
import { SIGN_IN_MINUTES } from './sign-in-tokens'
import { sessionCookieName, sessionCookieOptions, SESSION_DAYS } from './session-cookie'

interface Parts {
  readonly db: PrismaClient
  readonly clock: Clock
  readonly secret: string
  readonly publicUrl: string
}

/** Where a sign-in leads back to: a path of ours, whatever was asked for. */
export function wayBack(target: string, publicUrl: string): string {
  const path = target.startsWith(`${publicUrl}/`) ? target.slice(publicUrl.length) : target
  return publicUrl + ownPath(path, '/')
}

/**
 * next-auth only redeems what was mailed: mail itself is written to the outbox by the service that
 * issues link and code, in one transaction with them.
 */
const mailedToken: EmailConfig = {
  id: 'email',
  name: 'Email',
  type: 'email',
  server: '',
  from: '',
  maxAge: SIGN_IN_MINUTES * 60,
  options: {},
  sendVerificationRequest: () => Promise.reject(new Error('Sign-in mail leaves by the outbox.')),
}

function options({ db, clock, secret, publicUrl }: Parts): NextAuthOptions {
  return {
    adapter: authAdapter(db, clock, secret),
    secret,
    session: { strategy: 'database', maxAge: SESSION_DAYS * 86_400 },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in' },
    providers: [mailedToken],
    callbacks: { redirect: ({ url }) => wayBack(url, publicUrl) },
    logger: {
      error: (code) => {
        logger.error({ code }, 'next-auth')
      },
      warn: (code) => {
        logger.debug({ code }, 'next-auth')
      },
      debug: () => undefined,
    },
  }
}

/** next-auth's request handler for these parts. */
export function authHandler(parts: Parts): (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response> {
  // NextAuth's default export is untyped for route handlers; this is the form its documentation gives.
  return NextAuth(options(parts)) as ReturnType<typeof authHandler>
}
