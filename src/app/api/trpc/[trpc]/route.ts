import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { NextRequest } from 'next/server'
import { requestContext } from '@/server/api/request-context'
import { appRouter } from '@/server/api/root'
import { refuseCrossSite } from '@/app/_lib/cross-site'
import { localeOf, textOf } from '@/text/translator'

/** The most that the input of a procedure can weigh, in bytes. */
const MAX_BYTES = 65_536

/** Refuses a body that is too large to be ours before any of it is read; one that does not say its length too. */
function refuseLarge(request: NextRequest): Response | null {
  if (request.method !== 'POST') return null
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (length <= MAX_BYTES) return null
  const t = textOf(localeOf(request.headers.get('accept-language')), 'errors')
  return new Response(t('tooLarge'), { status: 413 })
}

function handle(request: NextRequest) {
  return (
    refuseCrossSite(request) ??
    refuseLarge(request) ??
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      // One call a request: a batch would slip under limits that count requests.
      allowBatching: false,
      createContext: () =>
        requestContext({ headers: request.headers, cookie: (name) => request.cookies.get(name)?.value }),
      responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
    })
  )
}

export { handle as GET, handle as POST }
