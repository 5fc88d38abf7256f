import type { NextRequest } from 'next/server'
import { readForm } from '@/app/_lib/form'
import { answerToken } from '@/app/_lib/token-page'
import { html, htmlPage } from '@/server/lib/html-page'
import { textOf, type Locale } from '@/text/translator'
import { routeApi } from '@/trpc/route'

interface Place {
  readonly params: Promise<{ token: string }>
}

type Api = Awaited<ReturnType<typeof routeApi>>
type View = Awaited<ReturnType<Api['caller']['update']['muteView']>>

function titles(locale: Locale) {
  const t = textOf(locale, 'mute')
  return { bad: t('badTitle'), expired: t('expiredTitle') }
}

/** Which of the three the reader sees: the question, that it is done, or that it is taken back. */
type Step = 'ask' | 'muted' | 'unmuted'

function page(view: View, step: Step, locale: Locale): Response {
  const t = textOf(locale, 'mute')
  const name = view.name || textOf(locale, 'updates')('nameless')
  const title = t('title', { step, name })
  const undo = step === 'muted' ? html`<input type="hidden" name="undo" value="1">` : null
  return htmlPage({
    title,
    lang: locale,
    body: html`<h1 dir="auto">${title}</h1><p>${t('text', { step })}</p>
<form method="post">${undo}<button${step === 'ask' ? null : html` class="quiet"`}>${t('button', { step })}</button></form>
<p><a href="/updates">${t('wayOn')}</a></p>`,
  })
}

/** Shows whom it is about and one button; changes nothing, since mail scanners open every link. */
export async function GET(request: NextRequest, { params }: Place) {
  const { caller, locale, requestId } = await routeApi(request)
  return answerToken({ locale, requestId }, titles(locale), async () => {
    const view = await caller.update.muteView({ token: (await params).token })
    return page(view, view.muted ? 'muted' : 'ask', locale)
  })
}

/** Mutes, or takes it back. The token is the proof, so no cookie is looked at; the body must be a form. */
export async function POST(request: NextRequest, { params }: Place) {
  const { caller, locale, requestId } = await routeApi(request)
  if (!(request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) {
    return new Response(textOf(locale, 'errors')('badInput'), { status: 415 })
  }
  return answerToken({ locale, requestId }, titles(locale), async () => {
    const { token } = await params
    const fields = await readForm(request)
    if (fields?.['undo'] === '1') return page(await caller.update.unmuteByLink({ token }), 'unmuted', locale)
    return page(await caller.update.muteByLink({ token }), 'muted', locale)
  })
}
