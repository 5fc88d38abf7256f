import { TRPCError } from '@trpc/server'
import { logger } from '@/server/lib/logger'
import type { Locale } from '@/text/translator'
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
