import { html, htmlPage } from '@/server/lib/html-page'
import { textOf, type Locale } from '@/text/translator'

/** What the check-in page shows. */
interface CheckInPage {
  readonly event: { readonly id: string; readonly name: string; readonly venueName: string }
  readonly claim: string
  /** The signed-in viewer's name; null for a newcomer. */
  readonly viewerName: string | null
  readonly alreadyIn: boolean
  readonly locale: Locale
  readonly typed?: { readonly name: string; readonly email: string }
  readonly problem?: string
}

/**
 * The check-in page: one request, no script, no font, no picture. Its form posts to its own address
 * with the claim, whose nonce makes a double tap count once.
 */
export function checkInPage(page: CheckInPage): Response {
  const t = textOf(page.locale, 'checkIn')
  const { event, typed } = page
  const venue = event.venueName && html`<p class="muted">${event.venueName}</p>`
  const claim = html`<input type="hidden" name="claim" value="${page.claim}">`
  const problem = page.problem && html`<p class="problem" role="alert" id="problem">${page.problem}</p>`

  const newcomer = html`
<form method="post">${claim}
${problem}
<label for="name">${t('name')}</label>
<input id="name" name="name" type="text" autocomplete="name" autocapitalize="words" required maxlength="200" dir="auto" value="${typed?.name}">
<label for="email">${t('email')}</label>
<input id="email" name="email" type="email" autocomplete="email" inputmode="email" required maxlength="254" value="${typed?.email}">
<p class="hint">${t('emailWhy')}</p>
<button class="wide">${t('checkIn')}</button>
</form>
<p class="hint">${t('haveAccount')}</p>`

  const known = html`
<form method="post">${claim}${problem}
<p>${t('hello', { name: page.viewerName ?? '' })}</p>
<button class="wide">${t('checkIn')}</button>
</form>`

  const inside = html`<p>${t('alreadyIn')}</p><p><a class="button" href="/in/${event.id}">${t('goOn')}</a></p>`

  const form = page.viewerName === null ? newcomer : known
  return htmlPage({
    title: t('title', { event: event.name }),
    lang: page.locale,
    status: page.problem ? 400 : 200,
    body: html`<p class="muted">${t('welcomeTo')}</p><h1 dir="auto">${event.name}</h1>${venue}${page.alreadyIn ? inside : form}`,
  })
}
