import type { NextRequest } from 'next/server'
import { answerToken } from '@/app/_lib/token-page'
import { textOf } from '@/text/translator'
import { routeApi } from '@/trpc/route'
import { calendarHeaders } from '../../_lib/calendar-answer'

/**
 * A person's own calendar, asked for by their calendar again and again, with or without `.ics` at the end.
 * The secret in the address is the permission; nothing on the way may keep a copy.
 */
export async function GET(request: NextRequest, { params }: { readonly params: Promise<{ secret: string }> }) {
  const { caller, locale, requestId } = await routeApi(request)
  return answerToken({ locale, requestId }, { bad: textOf(locale, 'calendar')('badTitle') }, async () => {
    const { secret } = await params
    const file = await caller.calendar.ofPerson({ token: secret.replace(/\.ics$/, '') })
    const privately = { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' }
    return new Response(file.body, { headers: { ...calendarHeaders(file, 'inline'), ...privately } })
  })
}
