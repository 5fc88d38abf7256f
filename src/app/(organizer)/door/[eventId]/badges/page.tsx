import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { BADGE_FORMATS } from '@/domain/badges/formats'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { askInTime } from '../../../_lib/ask'
import { clockTime } from '../../../_lib/when'
import { NotNow } from '../_components/not-now'
import { Cells, cellsOf } from './_components/cells'
import { Choice } from './_components/choice'
import { PrintButton } from './_components/print-button'
import { badgesAsked, badgesHref, type BadgesAsked } from './_lib/badges-asked'
import './badges.css'

interface Props {
  readonly params: Promise<{ eventId: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'badges')('title'), robots: { index: false } }
}

function whoseOf({ who, since, personId }: BadgesAsked) {
  if (personId !== null) return { who: 'one', personId } as const
  if (who === 'going') return { who } as const
  return { who: 'in', ...(since === null ? {} : { since }) } as const
}

/** Badges for the browser's own print: a choice above, and below exactly what is printed. */
export default async function BadgesPage({ params, searchParams }: Props) {
  const { eventId } = await params
  const asked = badgesAsked(await searchParams)
  const { format, page } = asked
  const answered = await askInTime((await api()).badge.list({ eventId, of: whoseOf(asked), page }), `/door/${eventId}/badges`)
  const { locale } = await reader()
  if ('refusal' in answered) return <NotNow refusal={answered.refusal} locale={locale} />
  const found = answered.answer
  const t = textOf(locale, 'badges')
  const time = (at: Date) => clockTime(at, found.event.timeZone, locale)
  const cells = cellsOf(asked.who === 'blank' ? asked.blank : found.badges)
  const slips = cells.filter(({ kind }) => kind === 'slip').length
  const heading = found.event.name
  return (
    <main id="main" tabIndex={-1} className="badge-page mx-auto grid w-full max-w-wide gap-8 px-5 pt-8 pb-16 outline-none">
      <div className="badge-screen grid gap-6">
        <header className="grid gap-3">
          <p className="text-small font-medium text-muted">
            <Link prefetch={false} href={`/door/${eventId}/scan`} className="link inline-block py-3">
              {t('back')}
            </Link>
          </p>
          <h1 className="text-title">{t('title')}</h1>
          <p dir="auto" className="text-lead text-muted">
            {found.event.name}
          </p>
        </header>
        <Choice asked={asked} locale={locale} />
        {asked.who === 'in' && (
          <p>
            {asked.since !== null && <>{t('since', { time: time(new Date(asked.since)) })} </>}
            <Link prefetch={false} href={badgesHref(eventId, { ...asked, page: 1, since: found.at.toISOString() })} className="link inline-block py-2.5">
              {t('sinceLink', { time: time(found.at) })}
            </Link>
            {asked.since !== null && (
              <>
                {' · '}
                <Link prefetch={false} href={badgesHref(eventId, { ...asked, page: 1, since: null })} className="link inline-block py-2.5">
                  {t('all')}
                </Link>
              </>
            )}
          </p>
        )}
        {cells.length === 0 ? (
          <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
        ) : (
          <div className="grid justify-items-start gap-4">
            <p>
              {t('count', {
                badges: cells.length - slips,
                slips,
                pages: Math.ceil(cells.length / BADGE_FORMATS[format].perPage),
              })}
            </p>
            {slips > 0 && <Notice tone="warn">{t('slipsWhy')}</Notice>}
            <p className="max-w-measure text-muted">{t('printHint')}</p>
            <PrintButton label={t('print')} otherwise={t('noScripts')} />
          </div>
        )}
        {asked.who !== 'blank' && found.pages > 1 && (
          <nav aria-label={t('part', { page, pages: found.pages })} className="flex flex-wrap items-center gap-x-6">
            {page > 1 && (
              <Link prefetch={false} href={badgesHref(eventId, { ...asked, page: page - 1 })} className="link inline-block py-2.5">
                {t('earlier')}
              </Link>
            )}
            <span>{t('part', { page, pages: found.pages })}</span>
            {page < found.pages && (
              <Link prefetch={false} href={badgesHref(eventId, { ...asked, page: page + 1 })} className="link inline-block py-2.5">
                {t('later')}
              </Link>
            )}
          </nav>
        )}
        <h2 className="sr-only">{t('preview')}</h2>
      </div>
      <Cells eventId={eventId} cells={cells} format={format} heading={heading} mendable={asked.who !== 'going'} locale={locale} />
    </main>
  )
}
