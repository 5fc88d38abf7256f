import type { NextRequest } from 'next/server'
import { readForm } from '@/app/_lib/form'
import { answerToken } from '@/app/_lib/token-page'
import { html, htmlPage } from '@/server/lib/html-page'
import { textOf, type Locale } from '@/text/translator'
import { routeApi } from '@/trpc/route'

interface Place {
  readonly params: Promise<{ token: string }>
}

const titles = (locale: Locale) => ({ bad: textOf(locale, 'unsubscribe')('badTitle') })

function donePage(locale: Locale, off: boolean): Response {
  const t = textOf(locale, 'unsubscribe')
  return htmlPage({
    title: t('title'),
    lang: locale,
    body: off
      ? html`<h1>${t('stopped')}</h1><p>${t('stoppedText')}</p>
<form method="post"><input type="hidden" name="again" value="1"><button class="quiet">${t('again')}</button></form>`
      : html`<h1>${t('back')}</h1><p>${t('backText')}</p>
<form method="post"><button class="quiet">${t('stop')}</button></form>`,
  })
}

/** Asks, and changes nothing: mail scanners open every link. */
export async function GET(request: NextRequest, { params }: Place) {
  const { caller, locale, requestId } = await routeApi(request)
  return answerToken({ locale, requestId }, titles(locale), async () => {
    const { kind, off } = await caller.mail.unsubscribeState({ token: (await params).token })
    if (off) return donePage(locale, true)
    const t = textOf(locale, 'unsubscribe')
    return htmlPage({
      title: t('title'),
      lang: locale,
      body: html`<h1>${t('question')}</h1><p>${t('explain', { kind })}</p>
<form method="post"><button>${t('stop')}</button></form>`,
    })
  })
}

/**
 * One click (RFC 8058): from a mail provider without cookies, form-encoded or multipart, or from the page
 * above. The token is the proof; whatever the body is, a genuine one is answered with 200, on repeat too.
 */
export async function POST(request: NextRequest, { params }: Place) {
  const { caller, locale, requestId } = await routeApi(request)
  return answerToken({ locale, requestId }, titles(locale), async () => {
    const { token } = await params
    const fields = await readForm(request)
    if (fields?.['again'] === '1') {
      await caller.mail.resubscribe({ token })
      return donePage(locale, false)
    }
    await caller.mail.unsubscribe({ token })
    return donePage(locale, true)
  })
}
