import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ArrivalCurve } from '../../../../../_components/arrival-curve'
import { Figures } from '../../../../../_components/figures'
import { ask } from '../../../../../_lib/ask'
import { Newcomers } from './_components/newcomers'
import { RoomCircles } from './_components/room-circles'
import { RoomLive } from './_components/room-live'

interface Props {
  readonly params: Promise<{ slug: string; eventId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'liveRoom')('title') }
}

/** The room while an evening is on, for its hosts: whom to walk over to, and how many are there. */
export default async function RoomPage({ params }: Props) {
  const { slug, eventId } = await params
  const evening = `/organize/${slug}/events/${eventId}`
  const path = `${evening}/room`
  const room = await ask((await api()).room.live({ eventId }), path)
  if (room.community.slug !== slug) notFound()
  const { locale } = await reader()
  const t = textOf(locale, 'liveRoom')
  const open = room.door === 'OPEN'
  const back = room.may.includes('organize')
    ? { href: evening, label: room.name }
    : { href: `/organize/${slug}`, label: room.community.name }
  return (
    <Page
      wide
      title={t('title')}
      eyebrow={
        <Link prefetch={false} href={back.href} className="link inline-block py-3" dir="auto">
          {back.label}
        </Link>
      }
      lead={<span dir="auto">{room.name}</span>}
      action={
        open ? (
          <>
            <ButtonLink href={`/door/${eventId}/scan`}>{t('scanner')}</ButtonLink>
            <ButtonLink tone="quiet" href={`${evening}/circles`}>
              {t('openCircle')}
            </ButtonLink>
          </>
        ) : undefined
      }
    >
      <RoomLive eventId={eventId} version={room.version} offline={t('offline')} />
      {!open && <p className="max-w-measure text-muted">{t('closed')}</p>}
      <div className="grid gap-2">
        <Figures
          figures={[
            { label: t('present'), figure: room.present },
            { label: t('arrivals'), figure: room.arrivals },
            { label: t('firstTimers'), figure: room.firstTimers },
            ...(room.expected > 0 ? [{ label: t('expected'), figure: room.expected }] : []),
          ]}
        />
        {room.expected > 0 && <p className="text-muted">{t('stillToCome', { count: room.stillToCome })}</p>}
      </div>
      {open && (
        <Section id="alone" title={t('alone')} lead={t('aloneLead')}>
          <Newcomers room={room} path={path} locale={locale} />
        </Section>
      )}
      <Section id="circles" title={t('circles')}>
        <RoomCircles circles={room.circles} locale={locale} />
      </Section>
      <Section id="curve" title={t('curve')}>
        {room.curve.length > 0 ? (
          <ArrivalCurve quarters={room.curve} timeZone={room.timeZone} locale={locale} />
        ) : (
          <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
        )}
      </Section>
      <p className="text-small text-muted">{t('zone', { zone: room.timeZone.replaceAll('_', ' ') })}</p>
    </Page>
  )
}
