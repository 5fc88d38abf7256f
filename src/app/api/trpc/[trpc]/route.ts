import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { NextRequest } from 'next/server'
import { requestContext } from '@/server/api/request-context'
import { appRouter } from '@/server/api/root'
import { refuseCrossSite } from '@/app/_lib/cross-site'

function handle(request: NextRequest) {
  return (
    refuseCrossSite(request) ??
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
