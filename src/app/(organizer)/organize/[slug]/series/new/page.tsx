import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../../../../_lib/ask'
import { PreviewAside } from '../_components/preview-aside'
import { SeriesFields } from '../_components/series-fields'
import { fieldsOfQuery, timingIn } from '../_lib/series-fields'
import { makeSeries } from './_actions'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'series')('new') }
}

/** When an evening is taken to start until something else is chosen. */
const START = '18:00'
const WEEKDAY = 'TH'

/** The next date of the weekday that stands in a new form, in the community's zone: `YYYY-MM-DD`. */
async function nextDay({ id, timeZone }: { readonly id: string; readonly timeZone: string }): Promise<string> {
  const caller = await api()
  const timing = timingIn(fieldsOfQuery({}, { date: '2000-01-01', time: START, weekday: WEEKDAY, timeZone }))
  const { dates } = await caller.series.previewOccurrences({ communityId: id, ...timing })
  const [first] = dates
  // Swedish writes dates as forms do.
  return first ? new Intl.DateTimeFormat('sv', { timeZone }).format(first.startsAt) : ''
}

/** The editor of a new series, with the dates that it would have beside it. */
export default async function NewSeriesPage({ params, searchParams }: Props) {
  const { slug } = await params
  const query = await searchParams
  const caller = await api()
  const community = await ask(caller.community.bySlug({ slug }), `/organize/${slug}/series/new`)
  if (!community.may.editSeries) notFound()
  const { locale } = await reader()
  const t = textOf(locale, 'series')
  const fields = fieldsOfQuery(query, {
    timeZone: community.timeZone,
    time: START,
    weekday: WEEKDAY,
    position: '1',
    date: query['repeat'] === undefined ? await nextDay(community) : '',
  })
  return (
    <Page
      wide
      title={t('new')}
      eyebrow={
        <Link prefetch={false} href={`/organize/${slug}`} className="link inline-block py-3">
          {community.name}
        </Link>
      }
      lead={t('newLead')}
    >
      <ActionForm
        action={makeSeries.bind(null, { slug, communityId: community.id })}
        submit={t('create')}
        pending={t('creating')}
      >
        <div className="group grid items-start gap-x-16 gap-y-8 lg:grid-cols-[3fr_2fr]">
          <div className="grid gap-10">
            <SeriesFields fields={fields} locale={locale} />
          </div>
          <PreviewAside communityId={community.id} fields={fields} locale={locale} />
        </div>
      </ActionForm>
    </Page>
  )
}
