import type { NextRequest } from 'next/server'
import { html, htmlPage } from '@/server/lib/html-page'
import { textOf } from '@/text/translator'
import { answeringWithApi } from '../../_lib/answering'

/** 'You're in': plain HTML like the check-in page, since a phone may have no script here either. */
export function GET(request: NextRequest, { params }: { params: Promise<{ eventId: string }> }) {
  return answeringWithApi(request, async ({ caller, locale }) => {
    const receipt = await caller.door.receipt({ eventId: (await params).eventId })
    const t = textOf(locale, 'checkIn')
    return htmlPage({
      title: t('inTitle'),
      lang: locale,
      body: html`<p class="muted" dir="auto">${receipt.eventName}</p>
<h1>${t('in')}</h1>
<p class="big">${t('visit', { visit: receipt.visitNumber, community: receipt.communityName })}</p>
<p>${t('next')}</p>
<p><a class="button" href="/evening/${receipt.eventId}/hello">${t('firstMinute')}</a></p>
<p><a class="alone" href="/evening/${receipt.eventId}">${t('skip')}</a></p>`,
    })
  })
}
