import type { NextRequest } from 'next/server'
import { html, htmlPage, type Html } from '@/server/lib/html-page'
import { localeOf, textOf } from '@/text/translator'

/** What a device may have kept; public/sw.js leaves in the blocks of those it has, and sets their addresses. */
const KINDS = ['pass', 'ticket', 'scanner'] as const

const comment = (text: string): Html => ({ markup: `<!--${text}-->` })

/**
 * What the service worker shows where the network is gone. It keeps this page ahead of time; asked for by
 * itself, it names all that could have been kept.
 */
export function GET(request: NextRequest): Response {
  const locale = localeOf(request.headers.get('accept-language'))
  const t = textOf(locale, 'offline')
  const ways = KINDS.map(
    (kind) => html`${comment(kind)}<p>${t(`${kind}.text`)}<br><a class="button" href="/">${t(`${kind}.link`)}</a></p>
${comment(`/${kind}`)}`,
  )
  return htmlPage({
    title: t('title'),
    lang: locale,
    body: html`<h1>${t('title')}</h1>
<p>${t('text')}</p>
${ways}`,
  })
}
