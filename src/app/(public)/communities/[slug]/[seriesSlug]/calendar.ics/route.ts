import type { NextRequest } from 'next/server'
import { answerToken } from '@/app/_lib/token-page'
import { textOf } from '@/text/translator'
import { routeApi } from '@/trpc/route'
import { publicCalendar } from '../../../../_lib/calendar-answer'

interface Place {
  readonly params: Promise<{ slug: string; seriesSlug: string }>
}

/** The evenings of a series, to subscribe to. */
export async function GET(request: NextRequest, { params }: Place) {
  const { caller, locale, requestId } = await routeApi(request)
  const titles = { bad: textOf(locale, 'publicPages')('communityNotFound') }
  return answerToken({ locale, requestId }, titles, async () => {
    const { slug, seriesSlug } = await params
    return publicCalendar(request, await caller.calendar.ofSeries({ communitySlug: slug, seriesSlug }), 'inline')
  })
}
