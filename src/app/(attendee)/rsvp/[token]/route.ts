import { mailLink, type MailLinkRequest } from '@/app/_lib/mail-link'
import { html, htmlPage, type Html } from '@/server/lib/html-page'
import { dayAndHours, deadline } from '@/text/event-time'
import { textOf, type Locale } from '@/text/translator'

type View = Awaited<ReturnType<MailLinkRequest['caller']['rsvp']['byLink']>>

function titles(locale: Locale) {
  const t = textOf(locale, 'rsvp')
  return { bad: t('link.badTitle'), expired: t('link.goneTitle'), tooOften: t('link.tooOftenTitle') }
}

/** A heading, what it means, what can be done, and which evening it is about. */
function page(view: View, locale: Locale, { title, text, action }: { title: string; text: string; action?: Html | undefined }) {
  const t = textOf(locale, 'rsvp')
  const { event } = view
  return htmlPage({
    title,
    lang: locale,
    body: html`<h1>${title}</h1><p>${text}</p>
<blockquote><strong dir="auto">${event.name}</strong>
${dayAndHours(locale, event)}${event.venueName && html`
<span dir="auto">${event.venueName}</span>`}</blockquote>
${action}
<p><a class="alone" href="/events/${event.id}">${t('link.event')}</a></p>`,
  })
}

const button = (label: string, fields: Html | null = null, quiet = false) =>
  html`<form method="post">${fields}<button${quiet && html` class="quiet"`}>${label}</button></form>`
const UNDO = html`<input type="hidden" name="undo" value="1">`

/** How things stand, once there is nothing to ask. */
function standing(view: View, locale: Locale): Response {
  const t = textOf(locale, 'rsvp')
  const { state, closed, place, lapsed } = view
  if (closed) return page(view, locale, { title: t('link.goneTitle'), text: t(`refusals.${closed}`) })
  if (state === 'CANCELLED') {
    const again = html`${button(t(lapsed ? 'link.again' : 'link.undo'), UNDO, !lapsed)}<p class="hint">${t('link.undoNote')}</p>`
    return lapsed
      ? page(view, locale, { title: t('link.lapsed'), text: t('link.lapsedText'), action: again })
      : page(view, locale, { title: t('link.cancelled'), text: t('link.cancelledText'), action: again })
  }
  if (state === 'WAITLISTED') return page(view, locale, { title: t('link.waiting', { place: place ?? 1 }), text: t('link.waitingText') })
  const action = html`<p><a class="button" href="/t/${view.ticket}">${t('link.ticket')}</a></p>`
  return page(view, locale, { title: t('link.going'), text: t('link.goingText'), action })
}

/** The one question of a link, as long as it is one. */
function question(view: View, locale: Locale): Response {
  const t = textOf(locale, 'rsvp')
  const { action, state, closed, confirmBy, event } = view
  if (closed || state === 'CANCELLED' || view.acted) return standing(view, locale)
  if (action === 'confirm' && confirmBy === null) return standing(view, locale)
  const until = confirmBy ? deadline(locale, confirmBy, event.timeZone) : ''
  const asked = { action, waiting: String(state === 'WAITLISTED'), event: event.name, until }
  return page(view, locale, {
    title: t('link.question', asked),
    text: t('link.questionText', asked),
    action: button(t('link.yes', asked)),
  })
}

export const { GET, POST } = mailLink({
  titles,
  show: async ({ caller, locale, token }) => question(await caller.rsvp.byLink({ token }), locale),
  async act({ caller, locale, token }, { undo }) {
    return standing(await (undo === '1' ? caller.rsvp.undoByLink({ token }) : caller.rsvp.actByLink({ token })), locale)
  },
})
