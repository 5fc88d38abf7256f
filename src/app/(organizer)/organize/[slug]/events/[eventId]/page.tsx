import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page, Section } from '@/components/ui/page'
import { arrivalCurve } from '@/domain/check-in/arrival-curve'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ArrivalCurve } from '../../../../_components/arrival-curve'
import { Figures } from '../../../../_components/figures'
import { ask } from '../../../../_lib/ask'
import { eveningSpan } from '../../../../_lib/when'
import { Arrivals, sortOf } from './_components/arrivals'
import { Status } from './_components/status'
import { Ways } from './_components/ways'

interface Props {
  readonly params: Promise<{ slug: string; eventId: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const pathOf = ({ slug, eventId }: { slug: string; eventId: string }) => `/organize/${slug}/events/${eventId}`

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const where = await params
  const caller = await api()
  const event = await ask(caller.event.get({ eventId: where.eventId }), pathOf(where))
  return { title: event.name }
}

/** One evening for its organizers: how many came, who for the first time, and when. */
export default async function EventPage({ params, searchParams }: Props) {
  const where = await params
  const path = pathOf(where)
  const caller = await api()
  const event = await ask(caller.event.get({ eventId: where.eventId }), path)
  if (event.community.slug !== where.slug) notFound()
  const { locale } = await reader()
  const t = textOf(locale, 'event')
  const doorAhead = event.door === 'OPEN' || event.door === 'EARLY'
  const mayEdit = event.may.includes('editSeries')
  const figures = [
    { label: t('arrivals'), figure: event.arrivals },
    { label: t('firstTimers'), figure: event.firstTimers },
    ...(event.here < event.arrivals && !event.ended ? [{ label: t('here'), figure: event.here }] : []),
  ]
  return (
    <Page
      wide
      title={event.name}
      eyebrow={
        <Link prefetch={false} href={`/organize/${where.slug}`} className="link inline-block py-3">
          {event.community.name}
        </Link>
      }
      lead={
        <>
          <time dateTime={event.startsAt.toISOString()}>{eveningSpan(event, locale)}</time>
          {event.venueName && <span dir="auto"> · {event.venueName}</span>}
        </>
      }
      action={
        doorAhead ? (
          <ButtonLink href={`/door/${event.id}`}>{t('openDoor')}</ButtonLink>
        ) : undefined
      }
    >
      {event.status === 'CANCELLED' &&
        (mayEdit && !event.ended ? (
          <Status eventId={event.id} status={event.status} guests={event.going + event.waitlisted} path={path} locale={locale} />
        ) : (
          <Notice tone="warn">{t('CANCELLED')}</Notice>
        ))}
      <Ways event={event} path={path} locale={locale} />
      <div className="grid items-end gap-x-16 gap-y-8 lg:grid-cols-[auto_1fr]">
        <Figures figures={figures} />
        {event.people.length > 0 && (
          <ArrivalCurve quarters={arrivalCurve(event.people.map(({ at }) => at))} timeZone={event.timeZone} locale={locale} />
        )}
      </div>
      <Section id="people" title={t('people')} lead={event.people.length > 0 ? t('peopleLead') : undefined}>
        {event.people.length === 0 ? (
          <EmptyState title={t(doorAhead ? 'nobody' : 'nobodyCame')}>{doorAhead && t('nobodyText')}</EmptyState>
        ) : (
          <Arrivals
            people={event.people}
            timeZone={event.timeZone}
            sort={sortOf((await searchParams)['sort'])}
            path={path}
            locale={locale}
          />
        )}
      </Section>
      <p className="text-small text-muted">{t('zone', { zone: event.timeZone.replaceAll('_', ' ') })}</p>
      {event.status === 'SCHEDULED' && mayEdit && !event.ended && (
        <Status eventId={event.id} status={event.status} guests={event.going + event.waitlisted} path={path} locale={locale} />
      )}
    </Page>
  )
}
