import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { KeepOffline } from '@/components/keep-offline'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { QrCode } from '@/components/ui/qr-code'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { Live } from '../_components/live'
import { NotHere } from '../_components/not-here'
import { askEvening } from '../_lib/ask-evening'

interface Props {
  readonly params: Promise<{ eventId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'pass')('title'), robots: { index: false } }
}

/** The viewer's own pass: another's camera looks at it, and this screen says when it has worked. */
export default async function PassPage({ params }: Props) {
  const { eventId } = await params
  const { locale } = await reader()
  const pass = await askEvening((await api()).meeting.myPass({ eventId }), `/evening/${eventId}/pass`)
  if (pass === 'NOT_HERE') return <NotHere locale={locale} />
  const t = textOf(locale, 'pass')
  const room = textOf(locale, 'room')
  return (
    <Page
      eyebrow={t('title')}
      title={pass.name || room('nameless')}
      action={
        <ButtonLink wide tone="quiet" href={`/evening/${eventId}`}>
          {t('back')}
        </ButtonLink>
      }
    >
      {pass.justMet && (
        <Notice key={pass.justMet.meetingId} tone="good">
          <p dir="auto" className="font-display text-heading">
            {t('youMet', { name: pass.justMet.name || room('nameless') })}
          </p>
          <Link prefetch={false} href={`/evening/${eventId}#${pass.justMet.meetingId}`} className="link inline-block py-2">
            {t('note')}
          </Link>
        </Notice>
      )}
      <div className="mx-auto w-full max-w-[min(100%,60vh)]">
        <QrCode drawing={pass.qr} title={t('qrTitle')} />
      </div>
      <p className="max-w-measure text-muted">{t('lead')}</p>
      <KeepOffline scope="/evening/" until={pass.endsAt.toISOString()} />
      <Live eventId={eventId} version={pass.version} offline={room('offline')} />
    </Page>
  )
}
