import type { NextRequest } from 'next/server'
import { answerToken } from '@/app/_lib/token-page'
import { textOf } from '@/text/translator'
import { routeApi } from '@/trpc/route'
import { cardAnswer } from '../../../_lib/card-answer'
import { eventCard } from '../../../_lib/share-card'

/** The picture of an evening for sharing. */
export async function GET(request: NextRequest, { params }: { readonly params: Promise<{ eventId: string }> }) {
  const { caller, locale, requestId } = await routeApi(request)
  const titles = { bad: textOf(locale, 'publicPages')('eventNotFound') }
  return answerToken({ locale, requestId }, titles, async () =>
    cardAnswer(request, eventCard(locale, await caller.event.show(await params))),
  )
}
