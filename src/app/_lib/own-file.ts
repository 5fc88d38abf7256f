import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { NextRequest } from 'next/server'
import { refusalOf } from '@/trpc/refusal'
import { routeApi } from '@/trpc/route'
import { refuseCrossSite } from './cross-site'

type Caller = Awaited<ReturnType<typeof routeApi>>['caller']

/** Answers with a file of the reader's own, kept by no cache. Whoever may not have it gets one sentence. */
export async function ownFile(
  request: NextRequest,
  { name, type }: { readonly name: string; readonly type: string },
  text: (caller: Caller) => Promise<string>,
): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  const { caller, locale } = await routeApi(request)
  try {
    return new Response(await text(caller), {
      headers: {
        'Content-Type': `${type}; charset=utf-8`,
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (error) {
    const { message } = refusalOf(error, locale)
    const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500
    return new Response(message, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
  }
}
