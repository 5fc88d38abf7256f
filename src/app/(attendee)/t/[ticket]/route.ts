import type { NextRequest } from 'next/server'
import { answerToken } from '@/app/_lib/token-page'
import { html, htmlPage, type Html } from '@/server/lib/html-page'
import { dayAndHours, deadline } from '@/text/event-time'
import { textOf, type Locale } from '@/text/translator'
import { routeApi } from '@/trpc/route'

interface Place {
  readonly params: Promise<{ ticket: string }>
}

type Api = Awaited<ReturnType<typeof routeApi>>
type Ticket = Awaited<ReturnType<Api['caller']['rsvp']['ticket']>>

/** The code and the letters below it. Dark on white in any colour scheme: many cameras read no reversed one. */
function codes({ drawing, code }: Ticket, locale: Locale): Html | null {
  if (!drawing) return null
  const t = textOf(locale, 'ticket')
  const edge = String(drawing.edge)
  return html`<p>${t('show')}</p>
<svg class="qr" role="img" aria-label="${t('qr')}" viewBox="0 0 ${edge} ${edge}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${edge}v${edge}H0z"/><path fill="#000" d="${drawing.path}"/></svg>
<p class="code"><span class="muted">${t('code')}</span><br><strong translate="no">${code.slice(0, 4)}-${code.slice(4)}</strong></p>`
}

/** Why it opens no door, said plainly; null while it does. */
function trouble({ state, closed, place }: Ticket, locale: Locale): string | null {
  const t = textOf(locale, 'ticket')
  if (state === 'CANCELLED') return t('CANCELLED')
  if (closed) return t(closed === 'OVER' ? 'over' : 'calledOff')
  return state === 'WAITLISTED' ? t('WAITLISTED', { place: place ?? 1 }) : null
}

function confirmation({ confirmBy, closed, event, confirmPath }: Ticket, locale: Locale): Html | null {
  if (!confirmBy || closed) return null
  const t = textOf(locale, 'ticket')
  return html`<p class="problem">${t('confirm', { until: deadline(locale, confirmBy, event.timeZone) })}</p>
<p><a class="button" href="${confirmPath}">${t('confirmLink')}</a></p>`
}

function links({ state, closed, event, cancelPath }: Ticket, locale: Locale): Html {
  const t = textOf(locale, 'ticket')
  const coming = state !== 'CANCELLED' && closed === null
  return html`${coming && html`<p><a class="alone" href="/events/${event.id}/calendar.ics">${t('calendar')}</a></p>`}
${coming && html`<p><a class="alone" href="${cancelPath}">${t(state === 'WAITLISTED' ? 'leaveLine' : 'cancel')}</a></p>`}
<p><a class="alone" href="/events/${event.id}">${t('event')}</a></p>`
}

/**
 * The ticket of an RSVP, as one page that needs no script; a short one keeps it for when there is no network. Whoever holds its address holds the ticket, so it shows
 * what the door needs and nothing else.
 */
export async function GET(request: NextRequest, { params }: Place) {
  const { caller, locale, requestId } = await routeApi(request)
  const t = textOf(locale, 'ticket')
  return answerToken({ locale, requestId }, { bad: t('badTitle') }, async () => {
    const ticket = await caller.rsvp.ticket({ token: (await params).ticket })
    const { event, name, plusOnes } = ticket
    const problem = trouble(ticket, locale)
    return htmlPage({
      title: `${t('title')}: ${event.name}`,
      lang: locale,
      keepUntil: ticket.state === 'CANCELLED' || ticket.closed ? null : event.endsAt,
      body: html`<h1 dir="auto">${event.name}</h1>
<p>${dayAndHours(locale, event)}${event.venueName && html`<br><span dir="auto">${event.venueName}</span>`}${
        event.venueAddress && html`<br><span class="muted" dir="auto">${event.venueAddress}</span>`
      }</p>
${problem !== null && html`<p class="problem">${problem}</p>`}
${confirmation(ticket, locale)}
<p class="big"><strong dir="auto">${name}</strong>${plusOnes > 0 && html`<br>${t('others', { count: plusOnes })}`}</p>
${codes(ticket, locale)}
${links(ticket, locale)}`,
    })
  })
}
