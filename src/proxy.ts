import { NextResponse, type NextRequest } from 'next/server'

/**
 * Gives each page a request id and a content security policy with a fresh nonce. It authorizes
 * nothing: who may see what is decided by the procedures alone.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = [
    `default-src 'self'`,
    // The scanner decodes pictures by WebAssembly. A document keeps the policy of the page that it was opened
    // with, and links lead to the scanner from many: hence on all. It lets a script that runs already compile
    // WebAssembly, which can do no more than that script, and neither brings one in nor allows eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`,
    // Left out, it would follow script-src, and no address can carry a nonce.
    `worker-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', crypto.randomUUID())
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// The door's pages and the interfaces answer without it: they have a policy of their own, and the door no
// detour. Whatever else lies under these paths is a page that was not found, and a page like others.
export const config = {
  matcher: [
    {
      source:
        '/((?!_next/static/|api/health$|sw\\.js$|offline$|icons/|api/trpc/[^/]+$|api/auth/callback/email$|(?:c|in|t|rsvp|follow-up|introduction|ask|mute|unsubscribe|calendar)/[^/]+$|people/(?:import/file|contacts\\.(?:vcf|csv))$|account/data\\.json$|(?:events/[^/]+|communities/[^/]+/[^/]+)/(?:calendar\\.ics|card\\.png)$).*)',
    },
  ],
}
