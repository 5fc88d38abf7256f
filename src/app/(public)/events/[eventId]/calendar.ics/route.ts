import type { NextRequest } from 'next/server'
import { answerToken } from '@/app/_lib/token-page'
import { textOf } from '@/text/translator'
import { routeApi } from '@/trpc/route'
import { publicCalendar } from '../../../_lib/calendar-answer'

/** One evening, to add to a calendar. */
export async function GET(request: NextRequest, { params }: { readonly params: Promise<{ eventId: string }> }) {
  const { caller, locale, requestId } = await routeApi(request)
  const titles = { bad: textOf(locale, 'publicPages')('eventNotFound') }
  return answerToken({ locale, requestId }, titles, async () =>
    publicCalendar(request, await caller.calendar.ofEvent(await params), 'attachment'),
  )
}
