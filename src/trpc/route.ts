import type { NextRequest } from 'next/server'
import { requestContext } from '@/server/api/request-context'
import { createCaller } from '@/server/api/root'

/** The procedures for a route handler, with the reader's viewer and language. */
export async function routeApi(request: NextRequest) {
  const context = await requestContext({
    headers: request.headers,
    cookie: (name) => request.cookies.get(name)?.value,
  })
  return { caller: createCaller(context), locale: context.locale, viewer: context.viewer, requestId: context.requestId }
}
