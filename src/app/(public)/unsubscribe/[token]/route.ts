import { mailLink } from '@/app/_lib/mail-link'
import { html, htmlPage } from '@/server/lib/html-page'
import { textOf, type Locale } from '@/text/translator'

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

export const { GET, POST } = mailLink({
  titles,
  // One click (RFC 8058): from a mail provider without cookies, form-encoded or multipart, or from the page;
  // a genuine token is answered with 200, on repeat too.
  anyBody: true,
  async show({ caller, locale, token }) {
    const { kind, off } = await caller.mail.unsubscribeState({ token })
    if (off) return donePage(locale, true)
    const t = textOf(locale, 'unsubscribe')
    return htmlPage({
      title: t('title'),
      lang: locale,
      body: html`<h1>${t('question')}</h1><p>${t('explain', { kind })}</p>
<form method="post"><button>${t('stop')}</button></form>`,
    })
  },
  async act({ caller, locale, token }, { again }) {
    if (again === '1') {
      await caller.mail.resubscribe({ token })
      return donePage(locale, false)
    }
    await caller.mail.unsubscribe({ token })
    return donePage(locale, true)
  },
})
