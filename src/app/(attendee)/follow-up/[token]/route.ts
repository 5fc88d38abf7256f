import { mailLink, type MailLinkRequest } from '@/app/_lib/mail-link'
import { html, htmlPage } from '@/server/lib/html-page'
import { textOf, type Locale } from '@/text/translator'

type View = Awaited<ReturnType<MailLinkRequest['caller']['followUp']['view']>>

function titles(locale: Locale) {
  const t = textOf(locale, 'followUp')
  return { bad: t('badTitle'), expired: t('expiredTitle') }
}

function quoted(label: string, text: string) {
  return text === '' ? null : html`<p class="muted">${label}</p><blockquote dir="auto">${text}</blockquote>`
}

/** Where to go on from here. */
function wayOn({ eventId }: View, locale: Locale) {
  return eventId === null
    ? html`<p><a href="/today">${textOf(locale, 'followUp')('today')}</a></p>`
    : html`<p><a href="/evening/${eventId}">${textOf(locale, 'followUp')('evening')}</a></p>`
}

function askPage(view: View, locale: Locale): Response {
  const t = textOf(locale, 'followUp')
  const { action, name } = view
  const title = t('question', { action, name })
  return htmlPage({
    title,
    lang: locale,
    body: html`<h1>${title}</h1>
${quoted(t('yourNote'), view.note)}
${quoted(t('draft'), view.draft)}
<form method="post"><button>${t('confirm', { action })}</button></form>`,
  })
}

function actedPage(view: View, locale: Locale): Response {
  const t = textOf(locale, 'followUp')
  const { action, name } = view
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${view.dueOn}T00:00:00Z`),
  )
  const title = t('result', { action, name, date })
  return htmlPage({
    title,
    lang: locale,
    body: html`<h1>${title}</h1><p>${t('resultText', { action, name })}</p>
<form method="post"><input type="hidden" name="undo" value="1"><button class="quiet">${t('undo')}</button></form>
${wayOn(view, locale)}`,
  })
}

function undonePage(view: View, locale: Locale): Response {
  const t = textOf(locale, 'followUp')
  return htmlPage({
    title: t('undone'),
    lang: locale,
    body: html`<h1>${t('undone')}</h1><p>${t('undoneText', { name: view.name })}</p>
<form method="post"><button class="quiet">${t('confirm', { action: view.action })}</button></form>
${wayOn(view, locale)}`,
  })
}

export const { GET, POST } = mailLink({
  titles,
  async show({ caller, locale, token }) {
    const view = await caller.followUp.view({ token })
    return view.acted ? actedPage(view, locale) : askPage(view, locale)
  },
  async act({ caller, locale, token }, { undo }) {
    if (undo === '1') return undonePage(await caller.followUp.undo({ token }), locale)
    return actedPage(await caller.followUp.act({ token }), locale)
  },
})
