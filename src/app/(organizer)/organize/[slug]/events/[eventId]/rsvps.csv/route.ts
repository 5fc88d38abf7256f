import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { NextRequest } from 'next/server'
import { refuseCrossSite } from '@/app/_lib/cross-site'
import { refusalOf } from '@/trpc/refusal'
import { routeApi } from '@/trpc/route'

interface Place {
  readonly params: Promise<{ slug: string; eventId: string }>
}

/** The list of RSVPs as a file for a spreadsheet. Whoever may not have it gets one sentence. */
export async function GET(request: NextRequest, { params }: Place): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  const { caller, locale } = await routeApi(request)
  const { eventId } = await params
  try {
    const { fileName, text } = await caller.rsvp.export({ eventId })
    return new Response(text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${fileName}"`,
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
