import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { sayGoing } from '../_actions'
import { OwnRsvp, type Box, type Own } from './own-rsvp'
import { RsvpForm } from './rsvp-form'

/** What saying so is good for, as things stand. */
function leadOf({ required, free, mailOffPath }: Box, own: Own | null) {
  if (own?.state === 'WAITLISTED') return mailOffPath === null ? 'box.inLine' : null
  if (own) return null
  if (free === 0) return 'box.whenFull'
  if (required) return 'box.required'
  return free === null ? 'box.optional' : 'box.limited'
}

/** How many places there are, for somebody who has none. */
function Places({ box, locale }: { readonly box: Box; readonly locale: Locale }) {
  const t = textOf(locale, 'rsvp')
  if (box.free === null) return null
  return box.free > 0 ? (
    <p>{t('box.free', { free: box.free })}</p>
  ) : (
    <div className="grid gap-1">
      <p className="font-semibold">{t('box.full', { waiting: box.waiting })}</p>
      <p className="max-w-measure text-muted">{t('box.order')}</p>
    </div>
  )
}

/** The way to say that one comes, for whoever has not: by mail address first, where none is proved. */
async function SayGoing({ box, locale }: { readonly box: Box; readonly locale: Locale }) {
  const { viewer } = await reader()
  const t = textOf(locale, 'rsvp')
  const label = t(box.free === 0 ? 'box.joinLine' : 'box.say')
  if (viewer?.email) {
    return <RsvpForm action={sayGoing} eventId={box.eventId} label={label} mayBring={box.mayBring} locale={locale} />
  }
  return (
    <div className="grid justify-items-start gap-3">
      <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/events/${box.eventId}`)}`}>{label}</ButtonLink>
      <p className="max-w-measure text-small text-muted">{t(viewer ? 'box.proveFirst' : 'box.signInFirst')}</p>
    </div>
  )
}

/**
 * Coming to an event: what the viewer said about it, and how they say it. Every state works without
 * JavaScript. Nothing where there is nothing to say any more.
 */
export async function RsvpBox({ eventId, locale }: { readonly eventId: string; readonly locale: Locale }) {
  const box = await (await api()).rsvp.box({ eventId })
  const t = textOf(locale, 'rsvp')
  if (box.closed !== null) {
    if (!box.own || box.own.state === 'CANCELLED') return null
    return (
      <Section id="rsvp" title={t('box.title')}>
        <p>{t(box.closed === 'CANCELLED' ? 'box.calledOff' : 'box.over')}</p>
      </Section>
    )
  }
  const own = box.own?.state === 'CANCELLED' ? null : box.own
  const lead = leadOf(box, own)
  return (
    <Section id="rsvp" title={t('box.title')} lead={lead && t(lead)}>
      {own ? (
        <OwnRsvp box={box} own={own} locale={locale} />
      ) : (
        <>
          {box.own && <p role="status">{t(box.own.lapsed ? 'link.lapsedText' : 'box.cancelled')}</p>}
          <Places box={box} locale={locale} />
          <SayGoing box={box} locale={locale} />
        </>
      )}
    </Section>
  )
}
