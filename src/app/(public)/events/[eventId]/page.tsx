import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { communityPath } from '@/domain/public-path'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ShareLink } from '../../_components/share-link'
import { StructuredData } from '../../_components/structured-data'
import { cardUrl, publicMetadata } from '../../_lib/page-metadata'
import { eventCard } from '../../_lib/share-card'
import { shown } from '../../_lib/shown'
import { eventData } from '../../_lib/structured-data'
import { whenWithYear } from '../../_lib/when'
import { About } from './_components/about'
import { RsvpBox } from './_components/rsvp-box'
import { Standing } from './_components/standing'
import { WhenAndWhere } from './_components/when-and-where'

interface Props {
  readonly params: Promise<{ eventId: string }>
}

const find = cache(async (eventId: string) => shown((await api()).event.show({ eventId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await reader()
  const event = await find((await params).eventId)
  const calledOff = event.status === 'CANCELLED' ? textOf(locale, 'publicPages')('calledOff') : ''
  const place = [event.venueName, event.venueAddress].filter(Boolean).join(', ')
  return publicMetadata(locale, {
    title: event.name,
    description: [calledOff, whenWithYear(locale, event), place].filter(Boolean).join('. '),
    url: event.url,
    isDemo: event.community.isDemo,
    card: eventCard(locale, event),
  })
}

/** One evening for anybody: when and where, what it is, and what becomes of it. */
export default async function PublicEventPage({ params }: Props) {
  const { locale } = await reader()
  const event = await find((await params).eventId)
  const { name, url, community, over } = event
  const t = textOf(locale, 'publicPages')
  const when = whenWithYear(locale, event)
  const organizer = { name: community.name, url: new URL(communityPath(community.slug), url).href }
  const description = [event.description, event.series?.description ?? ''].filter(Boolean).join('\n\n')
  const takesPlace = event.status === 'SCHEDULED' && !over
  return (
    <Page
      title={name}
      eyebrow={
        <Link prefetch={false} href={communityPath(community.slug)} dir="auto" className="link inline-block py-2">
          {community.name}
        </Link>
      }
    >
      <StructuredData data={eventData(event, { url, image: cardUrl(url, eventCard(locale, event)), description, organizer })} />
      {community.isDemo && <p className="text-muted">{t('demo')}</p>}
      <Standing event={event} locale={locale} />
      <WhenAndWhere event={event} locale={locale} />
      <RsvpBox eventId={event.id} locale={locale} />
      <div className="flex flex-wrap items-center gap-3">
        {takesPlace && (
          <a href={`${new URL(url).pathname}/calendar.ics`} className={buttonClass({ tone: 'quiet' })}>
            {t('addToCalendar')}
          </a>
        )}
        <ShareLink
          url={url}
          title={name}
          text={t('shareText', { name, when })}
          label={t('share')}
          copied={t('copied')}
        />
      </div>
      <About event={event} locale={locale} />
    </Page>
  )
}
