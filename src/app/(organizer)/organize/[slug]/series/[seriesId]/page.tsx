import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { formFromRule } from '@/domain/recurrence/rule-form'
import { seriesPath } from '@/domain/public-path'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { EventTable } from '../../../../_components/event-table'
import { ask } from '../../../../_lib/ask'
import { lengthInWords } from '../../../../_lib/when'
import { ChangeNotice } from './_components/change-notice'
import { Exceptions } from './_components/exceptions'

interface Props {
  readonly params: Promise<{ slug: string; seriesId: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

async function find({ params }: Pick<Props, 'params'>) {
  const { slug, seriesId } = await params
  const path = `/organize/${slug}/series/${seriesId}`
  const caller = await api()
  const community = await ask(caller.community.bySlug({ slug }), path)
  const series = await ask(caller.series.get({ communityId: community.id, seriesId }), path)
  return { caller, community, series }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { series } = await find(props)
  return { title: series.name }
}

/** A series: its rule in words, and the evenings that follow from it. */
export default async function SeriesPage(props: Props) {
  const { caller, community, series } = await find(props)
  const { events } = await caller.event.list({ communityId: community.id, when: 'upcoming', seriesId: series.id })
  const { locale } = await reader()
  const t = textOf(locale, 'series')
  const c = textOf(locale, 'seriesChange')
  const e = textOf(locale, 'event')
  // One evening alone has nothing to leave out; another is a series of its own, save where one was added before.
  const takesExceptions = series.skipDates.length + series.extraDates.length > 0 || formFromRule(series.rrule)?.frequency !== 'once'
  return (
    <Page
      wide
      title={series.name}
      eyebrow={
        <Link prefetch={false} href={`/organize/${community.slug}`} className="link inline-block py-3">
          {community.name}
        </Link>
      }
      action={
        community.may.editSeries && (
          <ButtonLink href={`/organize/${community.slug}/series/${series.id}/edit`}>{c('title')}</ButtonLink>
        )
      }
      lead={
        <p className="first-letter:uppercase">
          {t('facts', {
            rule: series.ruleText,
            time: series.startsAtLocal.slice(11),
            duration: lengthInWords(series.durationMinutes, locale),
          })}
        </p>
      }
    >
      <ChangeNotice query={await props.searchParams} locale={locale} />
      <div className="grid max-w-measure gap-2">
        {series.description && <p dir="auto" className="whitespace-pre-line">{series.description}</p>}
        {(series.venueName || series.venueAddress) && (
          <p dir="auto">{[series.venueName, series.venueAddress].filter(Boolean).join(', ')}</p>
        )}
        <p>
          <Link prefetch={false} href={seriesPath(community.slug, series.slug)} className="link inline-flex min-h-11 items-center">
            {textOf(locale, 'publicPages')('publicPage')}
          </Link>
        </p>
        <p className="text-small text-muted">
          {e('zone', { zone: series.timeZone.replaceAll('_', ' ') })} {t('dst')}
        </p>
      </div>
      <Section id="evenings" title={t('evenings')}>
        {events.length === 0 ? (
          <EmptyState title={e('noneNext')} />
        ) : (
          <EventTable slug={community.slug} events={events} when="upcoming" locale={locale} />
        )}
      </Section>
      {community.may.editSeries && takesExceptions && (
        <Section id="exceptions" title={t('exceptions')} lead={c('exceptionsLead')}>
          <Exceptions
            where={{ slug: community.slug, communityId: community.id, seriesId: series.id }}
            skipDates={series.skipDates}
            extraDates={series.extraDates}
            locale={locale}
          />
        </Section>
      )}
    </Page>
  )
}
