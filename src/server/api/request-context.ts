import { env } from '@/env'
import { sessionCookieName } from '@/server/auth/session-cookie'
import { findViewer } from '@/server/auth/viewer'
import { randomText } from '@/server/lib/tokens'
import { runtime } from '@/server/runtime'
import { localeOf } from '@/text/translator'
import { awayError } from './away'
import type { Context } from './context'

/** What a context is made of: the same whether a request came to a route handler or to a page. */
interface RequestParts {
  readonly headers: { get(name: string): string | null }
  readonly cookie: (name: string) => string | undefined
}

/**
 * The client's address: what the nearest trusted proxy saw. Each trusted proxy appends to
 * X-Forwarded-For, so the address stands that many places from the end. Without proxies it is the
 * socket's, which the framework writes there unless the client has made one up: good enough to keep
 * clients apart, so that one cannot use up the others' share, and for nothing else.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  const address = hops.at(-Math.max(trustedProxies, 1))
  return address === undefined || address === '' ? 'direct' : address
}

/** The id that a proxy in front gave this request, if it looks like one, or a new one. */
function requestIdOf(given: string | null): string {
  return given && /^[\w-]{8,64}$/.test(given) ? given : randomText(12)
}

/**
 * The context of one request. One statement: the viewer's session.
 * @throws TRPCError SERVICE_UNAVAILABLE while there is no database.
 */
export async function requestContext({ headers, cookie }: RequestParts): Promise<Context> {
  const { db, clock, secret, publicUrl, live } = runtime()
  const locale = localeOf(headers.get('accept-language'))
  return {
    db,
    clock,
    secret,
    publicUrl,
    live,
    mailLeaves: env().SMTP_URL !== undefined,
    viewer: await findViewer(db, cookie(sessionCookieName()), clock.now()).catch((error: unknown) => {
      throw awayError(error, locale) ?? error
    }),
    locale,
    requestId: requestIdOf(headers.get('x-request-id')),
    ip: clientAddress(headers.get('x-forwarded-for'), env().TRUSTED_PROXIES),
  }
}
