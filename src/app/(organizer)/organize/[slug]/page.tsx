import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { communityPath } from '@/domain/public-path'
import { textOf, type Locale } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { EventTable } from '../../_components/event-table'
import { ask } from '../../_lib/ask'
import { pageNumber } from '../../_lib/paging'
import { SeriesList } from './_components/series-list'
import { Tonight } from './_components/tonight'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const caller = await api()
  const community = await ask(caller.community.bySlug({ slug }), `/organize/${slug}`)
  return { title: community.name }
}

/** A community for those who work for it: the door tonight, series, evenings to come and past ones. */
export default async function CommunityPage({ params, searchParams }: Props) {
  const { slug } = await params
  const caller = await api()
  const community = await ask(caller.community.bySlug({ slug }), `/organize/${slug}`)
  if (!community.may.showDoor) notFound()
  const { locale } = await reader()
  const t = textOf(locale, 'event')
  const c = textOf(locale, 'community')
  const tonight = await caller.event.tonight({ communityId: community.id })
  return (
    <Page
      wide
      title={community.name}
      eyebrow={
        community.may.editCommunity ? (
          <Link prefetch={false} href={`/organize/${slug}/settings`} className="link inline-block py-3">{c('settings')}</Link>
        ) : (
          c('label')
        )
      }
      lead={community.isDemo ? c('demo') : undefined}
    >
      <p>
        <Link prefetch={false} href={communityPath(slug)} className="link inline-flex min-h-11 items-center">
          {textOf(locale, 'publicPages')('publicPage')}
        </Link>
      </p>
      <Section id="door" title={t('tonight')} lead={tonight.length > 0 ? t('tonightLead') : undefined}>
        <Tonight slug={slug} events={tonight} locale={locale} />
      </Section>
      {community.may.organize && (
        <>
          <SeriesPart slug={slug} communityId={community.id} mayEdit={community.may.editSeries} locale={locale} />
          <Events slug={slug} communityId={community.id} locale={locale} searchParams={await searchParams} />
        </>
      )}
    </Page>
  )
}

interface PartProps {
  readonly slug: string
  readonly communityId: string
  readonly locale: Locale
}

async function SeriesPart({ slug, communityId, mayEdit, locale }: PartProps & { readonly mayEdit: boolean }) {
  const caller = await api()
  const series = await caller.series.list({ communityId })
  const t = textOf(locale, 'series')
  const make = mayEdit && (
    <ButtonLink tone={series.length === 0 ? 'primary' : 'quiet'} href={`/organize/${slug}/series/new`}>
      {t('new')}
    </ButtonLink>
  )
  return (
    <Section id="series" title={t('title')}>
      {series.length === 0 ? (
        <EmptyState title={t('none')} action={make}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <>
          <SeriesList slug={slug} series={series} locale={locale} />
          <div>{make}</div>
        </>
      )}
    </Section>
  )
}

async function Events({
  slug,
  communityId,
  locale,
  searchParams,
}: PartProps & { readonly searchParams: Readonly<Record<string, string | string[] | undefined>> }) {
  const caller = await api()
  const [nextPage, pastPage] = [pageNumber(searchParams['next']), pageNumber(searchParams['past'])]
  const [next, past] = await Promise.all([
    caller.event.list({ communityId, when: 'upcoming', page: nextPage }),
    caller.event.list({ communityId, when: 'past', page: pastPage }),
  ])
  const t = textOf(locale, 'event')
  const href = (part: 'next' | 'past', page: number) => {
    const query = new URLSearchParams({ next: String(nextPage), past: String(pastPage), [part]: String(page) })
    return `/organize/${slug}?${query.toString()}#${part}`
  }
  return (
    <>
      <Section id="next" title={t('next')}>
        {next.events.length === 0 ? (
          <EmptyState title={t('noneNext')}>{t('noneNextText')}</EmptyState>
        ) : (
          <EventTable slug={slug} events={next.events} when="upcoming" locale={locale} />
        )}
        <Turn
          back={nextPage > 1 ? { href: href('next', nextPage - 1), label: t('lessNext') } : null}
          on={next.more ? { href: href('next', nextPage + 1), label: t('moreNext') } : null}
        />
      </Section>
      <Section id="past" title={t('past')}>
        {past.events.length === 0 ? (
          <p className="text-muted">{t('nonePast')}</p>
        ) : (
          <EventTable slug={slug} events={past.events} when="past" locale={locale} />
        )}
        <Turn
          back={pastPage > 1 ? { href: href('past', pastPage - 1), label: t('later') } : null}
          on={past.more ? { href: href('past', pastPage + 1), label: t('earlier') } : null}
        />
      </Section>
    </>
  )
}

interface Way {
  readonly href: string
  readonly label: string
}

function Turn({ back, on }: { readonly back: Way | null; readonly on: Way | null }) {
  const ways = [back, on].filter((way) => way !== null)
  if (ways.length === 0) return null
  return (
    <p className="flex flex-wrap gap-x-8">
      {ways.map(({ href, label }) => (
        <Link prefetch={false} key={label} href={href} className="link inline-flex min-h-11 items-center">
          {label}
        </Link>
      ))}
    </p>
  )
}
