import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { communityPath, eventPath } from '@/domain/public-path'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { EveningList } from '../../../_components/evening-list'
import { StructuredData } from '../../../_components/structured-data'
import { Subscribe } from '../../../_components/subscribe'
import { cardUrl, publicMetadata } from '../../../_lib/page-metadata'
import { ruleAndTime, seriesCard } from '../../../_lib/share-card'
import { shown } from '../../../_lib/shown'
import { eventData } from '../../../_lib/structured-data'

interface Props {
  readonly params: Promise<{ slug: string; seriesSlug: string }>
}

const find = cache(async (communitySlug: string, seriesSlug: string) =>
  shown((await api()).series.show({ communitySlug, seriesSlug })),
)

const placeOf = ({ venueName, venueAddress }: { venueName: string; venueAddress: string }) =>
  [venueName, venueAddress].filter(Boolean).join(', ')

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await reader()
  const { slug, seriesSlug } = await params
  const series = await find(slug, seriesSlug)
  return publicMetadata(locale, {
    title: series.name,
    description: [ruleAndTime(locale, series), placeOf(series)].filter(Boolean).join('. '),
    url: series.url,
    isDemo: series.community.isDemo,
    card: seriesCard(locale, series),
    feed: `${series.url}/calendar.ics`,
  })
}

/** A series for anybody: how often and where, what it is, its dates, and a calendar to subscribe to. */
export default async function PublicSeriesPage({ params }: Props) {
  const { locale } = await reader()
  const { slug, seriesSlug } = await params
  const series = await find(slug, seriesSlug)
  const { name, description, community, events, url } = series
  const t = textOf(locale, 'publicPages')
  const organizer = { name: community.name, url: new URL(communityPath(slug), url).href }
  const image = cardUrl(url, seriesCard(locale, series))
  const data = events.map((event) =>
    eventData(event, { url: new URL(eventPath(event.id), url).href, image, description, organizer }),
  )
  return (
    <Page
      title={name}
      eyebrow={
        <Link prefetch={false} href={communityPath(slug)} dir="auto" className="link inline-block py-2">
          {community.name}
        </Link>
      }
      lead={ruleAndTime(locale, series)}
    >
      {data.length > 0 && <StructuredData data={data} />}
      {community.isDemo && <p className="text-muted">{t('demo')}</p>}
      <div className="grid max-w-measure gap-4">
        {placeOf(series) && (
          <p dir="auto">
            <strong className="block font-semibold">{series.venueName}</strong>
            {series.venueAddress}
          </p>
        )}
        {description && (
          <p dir="auto" className="whitespace-pre-line">
            {description}
          </p>
        )}
      </div>
      <Section id="evenings" title={t('comingUp')} lead={t('zone', { zone: series.timeZone.replaceAll('_', ' ') })}>
        {events.length > 0 ? (
          <EveningList events={events} usual={series} locale={locale} />
        ) : (
          <EmptyState title={t('noneComing')}>{t('noneComingText')}</EmptyState>
        )}
      </Section>
      <Subscribe feed={`${url}/calendar.ics`} locale={locale} />
    </Page>
  )
}
