import { mailLink, type MailLinkRequest } from '@/app/_lib/mail-link'
import { html, htmlPage, type Html } from '@/server/lib/html-page'
import { dayInWords } from '@/text/day-in-words'
import { textOf, type Locale } from '@/text/translator'
import { againWithProblem } from '../../_lib/again-with-problem'
import { detailInputs, detailsIn, problemLine } from '../../_lib/link-form'

type View = Awaited<ReturnType<MailLinkRequest['caller']['ask']['viewLink']>>

function titles(locale: Locale) {
  const t = textOf(locale, 'introduction')
  return { bad: t('badLinkTitle'), expired: textOf(locale, 'ask')('overTitle'), tooOften: t('tooOftenTitle') }
}

const nameIn = ({ byName }: View, locale: Locale) => ({ by: byName || textOf(locale, 'introduction')('nameless') })

function page(locale: Locale, title: string, body: Html, status = 200): Response {
  const t = textOf(locale, 'ask')
  return htmlPage({
    title,
    status,
    lang: locale,
    body: html`<h1 dir="auto">${title}</h1>${body}<p><a class="alone" href="/asks">${t('toAsks')}</a></p>`,
  })
}

/** What is asked, and the three answers; changes nothing. */
function question(view: View, locale: Locale, problem: string): Response {
  const t = textOf(locale, 'ask')
  const name = nameIn(view, locale)
  return page(
    locale,
    t('asksFor', name),
    html`${problemLine(problem)}<blockquote dir="auto" class="big">${view.text}</blockquote>
${view.why.map((sentence) => html`<p dir="auto">${sentence}</p>`)}
<form method="post">
${detailInputs(t('detailsLead', name), locale)}
<label for="note">${t('note')}</label><input id="note" name="note" maxlength="300" dir="auto">
<button name="answer" value="help">${t('canHelp')}</button>
<button class="quiet" name="answer" value="pass">${t('notMe')}</button>
</form>
<p><a class="alone" href="/introductions/new?ask=${view.askId}">${t('knowSomeone')}</a></p>
<p class="hint">${t('until', { date: dayInWords(view.expiresAt, locale) })}</p>`,
    problem === '' ? 200 : 400,
  )
}

/** What the reader said, with the way back where there is one. */
function said(view: View, locale: Locale, problem: string): Response {
  const t = textOf(locale, 'ask')
  const undo = html`<form method="post"><input type="hidden" name="undo" value="1"><button class="quiet">${t('undo')}</button></form>`
  return page(
    locale,
    t('saidTitle', { answer: view.answer }),
    html`${problemLine(problem)}<p dir="auto">${t('saidText', { answer: view.answer, ...nameIn(view, locale) })}</p>${view.answer === 'PASSED' && undo}`,
  )
}

const shown = (view: View, locale: Locale, problem = '') =>
  view.answer === 'WAITING' ? question(view, locale, problem) : said(view, locale, problem)

export const { GET, POST } = mailLink({
  titles,
  show: async ({ caller, locale, token }) => shown(await caller.ask.viewLink({ token }), locale),
  act({ caller, locale, token }, fields) {
    const { ask } = caller
    const work = () => {
      if (fields['undo'] === '1') return ask.undoLink({ token })
      if (fields['answer'] === 'pass') return ask.answerLink({ token, reply: { answer: 'PASSED' } })
      if (fields['answer'] === 'help') {
        return ask.answerLink({ token, reply: { answer: 'CAN_HELP', note: fields['note'] ?? '', ...detailsIn(fields) } })
      }
      return ask.viewLink({ token })
    }
    return againWithProblem(
      locale,
      async () => shown(await work(), locale),
      async (problem) => shown(await ask.viewLink({ token }), locale, problem),
    )
  },
})
