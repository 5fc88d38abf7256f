import { mailLink, type MailLinkRequest } from '@/app/_lib/mail-link'
import { html, htmlPage, type Html } from '@/server/lib/html-page'
import { dayInWords } from '@/text/day-in-words'
import { textOf, type Locale } from '@/text/translator'
import { againWithProblem } from '../../_lib/again-with-problem'
import { detailInputs, detailsIn, problemLine } from '../../_lib/link-form'

type View = Awaited<ReturnType<MailLinkRequest['caller']['introduction']['viewLink']>>

function titles(locale: Locale) {
  const t = textOf(locale, 'introduction')
  return { bad: t('badLinkTitle'), expired: t('overTitle'), tooOften: t('tooOftenTitle') }
}

const namesIn = ({ byName, otherName }: View, locale: Locale) => {
  const t = textOf(locale, 'introduction')
  return { by: byName || t('nameless'), other: otherName || t('nameless') }
}

function page(locale: Locale, title: string, body: Html, status = 200): Response {
  const t = textOf(locale, 'introduction')
  return htmlPage({
    title,
    status,
    lang: locale,
    body: html`<h1 dir="auto">${title}</h1>${body}<p><a class="alone" href="/introductions">${t('toIntroductions')}</a></p>`,
  })
}

/** Who, why, and the two answers; changes nothing. */
function question(view: View, locale: Locale, problem: string): Response {
  const t = textOf(locale, 'introduction')
  const names = namesIn(view, locale)
  return page(
    locale,
    t('waitingCard', names),
    html`${problemLine(problem)}
${view.otherHeadline !== '' && html`<p class="muted" dir="auto">${names.other}: ${view.otherHeadline}</p>`}
<p class="muted" dir="auto">${t('bySays', names)}</p><blockquote dir="auto">${view.reason}</blockquote>
<form method="post">
${detailInputs(t('detailsLead', names), locale)}
<button name="answer" value="yes">${t('yes')}</button>
<button class="quiet" name="answer" value="no">${t('no')}</button>
</form>
<p class="hint">${t('until', { date: dayInWords(view.expiresAt, locale) })}</p>`,
    problem === '' ? 200 : 400,
  )
}

/** What the reader said, with the way back while there is one. */
function said(view: View, locale: Locale, problem: string): Response {
  const t = textOf(locale, 'introduction')
  const names = namesIn(view, locale)
  if (view.state === 'CONNECTED') {
    return page(locale, t('connectedTitleFor', names), html`${problemLine(problem)}<p dir="auto">${t('connectedText', names)}</p>`)
  }
  const yes = view.answer === 'ACCEPTED'
  const words = { ...names, date: dayInWords(view.expiresAt, locale) }
  return page(
    locale,
    t(yes ? 'yesTitle' : 'noTitle'),
    html`${problemLine(problem)}<p dir="auto">${t(yes ? 'saidYes' : 'saidNo', words)}</p>
<form method="post"><input type="hidden" name="undo" value="1"><button class="quiet">${t('undo')}</button></form>`,
  )
}

const shown = (view: View, locale: Locale, problem = '') =>
  view.answer === 'WAITING' && view.state === 'WAITING' ? question(view, locale, problem) : said(view, locale, problem)

export const { GET, POST } = mailLink({
  titles,
  show: async ({ caller, locale, token }) => shown(await caller.introduction.viewLink({ token }), locale),
  act({ caller, locale, token }, fields) {
    const { introduction } = caller
    const work = () => {
      if (fields['undo'] === '1') return introduction.undoLink({ token })
      if (fields['answer'] === 'yes') return introduction.answerLink({ token, reply: { answer: 'ACCEPTED', ...detailsIn(fields) } })
      if (fields['answer'] === 'no') return introduction.answerLink({ token, reply: { answer: 'DECLINED' } })
      return introduction.viewLink({ token })
    }
    return againWithProblem(
      locale,
      async () => shown(await work(), locale),
      async (problem) => shown(await introduction.viewLink({ token }), locale, problem),
    )
  },
})
