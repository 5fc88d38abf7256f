import { TRPCError } from '@trpc/server'
import type { NextRequest } from 'next/server'
import { logger } from '@/server/lib/logger'
import { randomText } from '@/server/lib/tokens'
import { localeOf, type Locale } from '@/text/translator'
import { routeApi } from '@/trpc/route'
import { faultPage, refusalPage } from './refusal-page'

/** Runs a handler of the door at `path`; whatever it throws becomes a page with one sentence. */
export async function answering(
  locale: Locale,
  requestId: string,
  path: string,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return refusalPage(error, locale, path)
    // Procedures have logged their own faults; this is one of the page around them.
    if (!(error instanceof TRPCError)) logger.error({ requestId, err: error }, 'door page failed')
    return faultPage(locale, requestId)
  }
}

/**
 * Runs a handler with the procedures it calls. Who is asking is looked up inside, so that a database
 * that is away becomes a page with one sentence too.
 */
export function answeringWithApi(
  request: NextRequest,
  work: (api: Awaited<ReturnType<typeof routeApi>>) => Promise<Response>,
): Promise<Response> {
  const { pathname } = request.nextUrl
  return answering(localeOf(request.headers.get('accept-language')), randomText(12), pathname, async () => {
    const api = await routeApi(request)
    return answering(api.locale, api.requestId, pathname, () => work(api))
  })
}
