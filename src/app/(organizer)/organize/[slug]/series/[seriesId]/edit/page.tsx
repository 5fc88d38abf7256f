import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../../../../../_lib/ask'
import { lengthInWords } from '../../../../../_lib/when'
import { PreviewAside } from '../../_components/preview-aside'
import { SeriesFields } from '../../_components/series-fields'
import { fieldsOfSeries } from '../../_lib/fields-of-series'
import { fieldsOfQuery } from '../../_lib/series-fields'
import { changeSeries } from './_actions'

interface Props {
  readonly params: Promise<{ slug: string; seriesId: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'seriesChange')('title') }
}

/** A local day of the URL, or none. */
const dayIn = (text: string | string[] | undefined): string | undefined =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined

/** Changes a series from one of its evenings on, with the dates that follow beside the form. */
export default async function ChangeSeriesPage({ params, searchParams }: Props) {
  const { slug, seriesId } = await params
  const query = await searchParams
  const path = `/organize/${slug}/series/${seriesId}`
  const caller = await api()
  const community = await ask(caller.community.bySlug({ slug }), `${path}/edit`)
  if (!community.may.editSeries) notFound()
  const series = await ask(
    caller.series.toChange({ communityId: community.id, seriesId, fromDay: dayIn(query['date']) }),
    `${path}/edit`,
  )
  const { locale } = await reader()
  const t = textOf(locale, 'seriesChange')
  const s = textOf(locale, 'series')
  const fields = fieldsOfQuery(query, fieldsOfSeries(series, series.fromDay, series.today))
  const seen = fields.text('sequence')
  // Once shown it stays until it is saved, however the preview follows the form meanwhile.
  const isOther = fields.text('meanwhile') !== '' || (seen !== '' && seen !== String(series.sequence))
  return (
    <Page
      wide
      title={t('title')}
      eyebrow={
        <Link prefetch={false} href={path} dir="auto" className="link inline-block py-3">
          {series.name}
        </Link>
      }
      lead={t('lead')}
    >
      {isOther && (
        <Notice tone="warn">
          <div id="meanwhile" className="grid gap-2">
            <p>{s('meanwhile')}</p>
            <p dir="auto" className="font-display text-question">
              {series.name}:{' '}
              {s('facts', {
                rule: series.ruleText,
                time: series.startsAtLocal.slice(11),
                duration: lengthInWords(series.durationMinutes, locale),
              })}
            </p>
            <p dir="auto">{[series.venueName, series.venueAddress, series.description].filter(Boolean).join(' · ')}</p>
          </div>
        </Notice>
      )}
      <ActionForm
        action={changeSeries.bind(null, { slug, communityId: community.id, seriesId })}
        submit={t('save')}
        pending={t('saving')}
      >
        <input type="hidden" name="sequence" value={series.sequence} />
        <input type="hidden" name="meanwhile" value={isOther ? '1' : ''} />
        <div className="group grid items-start gap-x-16 gap-y-8 lg:grid-cols-[3fr_2fr]">
          <div className="grid gap-10">
            <SeriesFields fields={fields} locale={locale} dateHint={t('dateHint')} placesLead={t('placesLead')} />
          </div>
          <PreviewAside communityId={community.id} fields={fields} locale={locale} />
        </div>
      </ActionForm>
    </Page>
  )
}
