import type { NextRequest } from 'next/server'
import { answerToken } from '@/app/_lib/token-page'
import { textOf } from '@/text/translator'
import { routeApi } from '@/trpc/route'
import { cardAnswer } from '../../../../_lib/card-answer'
import { seriesCard } from '../../../../_lib/share-card'

interface Place {
  readonly params: Promise<{ slug: string; seriesSlug: string }>
}

/** The picture of a series for sharing. */
export async function GET(request: NextRequest, { params }: Place) {
  const { caller, locale, requestId } = await routeApi(request)
  const titles = { bad: textOf(locale, 'publicPages')('communityNotFound') }
  return answerToken({ locale, requestId }, titles, async () => {
    const { slug, seriesSlug } = await params
    return cardAnswer(request, seriesCard(locale, await caller.series.show({ communitySlug: slug, seriesSlug })))
  })
}
