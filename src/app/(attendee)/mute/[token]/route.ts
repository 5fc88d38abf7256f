import { mailLink, type MailLinkRequest } from '@/app/_lib/mail-link'
import { html, htmlPage } from '@/server/lib/html-page'
import { textOf, type Locale } from '@/text/translator'

type View = Awaited<ReturnType<MailLinkRequest['caller']['update']['muteView']>>

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
<p><a class="alone" href="/updates">${t('wayOn')}</a></p>`,
  })
}

export const { GET, POST } = mailLink({
  titles,
  async show({ caller, locale, token }) {
    const view = await caller.update.muteView({ token })
    return page(view, view.muted ? 'muted' : 'ask', locale)
  },
  async act({ caller, locale, token }, { undo }) {
    if (undo === '1') return page(await caller.update.unmuteByLink({ token }), 'unmuted', locale)
    return page(await caller.update.muteByLink({ token }), 'muted', locale)
  },
})
