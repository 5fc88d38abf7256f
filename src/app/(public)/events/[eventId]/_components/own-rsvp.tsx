import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { deadline } from '@/text/event-time'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { cancelRsvp, changePlusOnes, confirmPlace } from '../_actions'
import { RsvpForm } from './rsvp-form'

export type Box = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['rsvp']['box']>>
export type Own = NonNullable<Box['own']>

/** Changing one's mind: other people along, or not coming after all. */
function Changes({ box, own, locale }: { readonly box: Box; readonly own: Own; readonly locale: Locale }) {
  const t = textOf(locale, 'rsvp')
  const { eventId, mayBring } = box
  return (
    <details className="border-t border-line pt-2">
      <summary className="inline-flex min-h-[max(2.75rem,44px)] items-center underline underline-offset-4">
        {t('box.change')}
      </summary>
      <div className="grid gap-6 pt-3">
        {(mayBring > 0 || own.plusOnes > 0) && (
          <RsvpForm
            action={changePlusOnes}
            eventId={eventId}
            label={t('box.save')}
            tone="quiet"
            mayBring={Math.max(mayBring, own.plusOnes)}
            brings={own.plusOnes}
            locale={locale}
          />
        )}
        <RsvpForm
          action={cancelRsvp}
          eventId={eventId}
          label={t(own.state === 'WAITLISTED' ? 'box.leaveLine' : 'box.cancel')}
          tone="quiet"
          locale={locale}
        />
      </div>
    </details>
  )
}

/** Going: the ticket, or first the yes that a place from the waitlist asks for. */
function Going({ box, own, locale }: { readonly box: Box; readonly own: Own; readonly locale: Locale }) {
  const t = textOf(locale, 'rsvp')
  const ticket = (
    <ButtonLink href={own.ticketPath} tone={own.confirmBy ? 'quiet' : 'primary'}>
      {t('box.ticket')}
    </ButtonLink>
  )
  return (
    <>
      {own.confirmBy ? (
        <>
          <Notice tone="warn">
            {t('box.promoted', { until: deadline(locale, own.confirmBy, box.timeZone) })}
          </Notice>
          <RsvpForm action={confirmPlace} eventId={box.eventId} label={t('box.confirm')} locale={locale} />
        </>
      ) : (
        <Notice tone="good">{t('box.going', { plusOnes: own.plusOnes })}</Notice>
      )}
      <div>{ticket}</div>
    </>
  )
}

/** What somebody said who comes or waits, and what they can do about it. */
export function OwnRsvp({ box, own, locale }: { readonly box: Box; readonly own: Own; readonly locale: Locale }) {
  const t = textOf(locale, 'rsvp')
  return (
    <>
      {own.state === 'WAITLISTED' ? (
        <div className="grid gap-2">
          <p className="font-display text-lead font-medium">{t('link.waiting', { place: own.place ?? 1 })}</p>
          <p className="max-w-measure text-muted">{t('box.order')}</p>
        </div>
      ) : (
        <Going box={box} own={own} locale={locale} />
      )}
      {box.mailOffPath !== null && (
        <Notice tone="warn">
          {t('box.mailOff')}{' '}
          <Link prefetch={false} href={box.mailOffPath} className="underline underline-offset-4">
            {t('box.mailOn')}
          </Link>
        </Notice>
      )}
      <Changes box={box} own={own} locale={locale} />
    </>
  )
}
