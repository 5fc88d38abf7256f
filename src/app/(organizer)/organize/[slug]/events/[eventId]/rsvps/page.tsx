import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../../../../../_lib/ask'
import { eveningSpan } from '../../../../../_lib/when'
import { tend } from './_actions'
import { GuestTable } from './_components/guest-table'
import { guestSort } from './_lib/guest-sort'

interface Props {
  readonly params: Promise<{ slug: string; eventId: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'rsvps')('title') }
}

/** Who said that they come to one event, and who waits, for its organizers. */
export default async function RsvpsPage({ params, searchParams }: Props) {
  const { slug, eventId } = await params
  const eventPath = `/organize/${slug}/events/${eventId}`
  const path = `${eventPath}/rsvps`
  const list = await ask((await api()).rsvp.list({ eventId }), path)
  if (list.community.slug !== slug) notFound()
  const { locale } = await reader()
  const t = textOf(locale, 'rsvps')
  const { going, waiting, cancelled, timeZone, capacity } = list
  const action = list.closed ? undefined : tend.bind(null, { eventId, path })
  const sort = guestSort((await searchParams)['sort'], path)
  const figures = [
    { label: t('going'), figure: going.length },
    { label: t('taken', { capacity: capacity ?? 0 }), figure: list.taken },
    { label: t('waiting'), figure: waiting.length },
    { label: t('cancelled'), figure: cancelled.length },
  ]
  const empty = going.length + waiting.length + cancelled.length === 0
  return (
    <Page
      wide
      title={t('title')}
      eyebrow={
        <Link prefetch={false} href={eventPath} className="link inline-block py-3" dir="auto">
          {list.name}
        </Link>
      }
      lead={<time dateTime={list.startsAt.toISOString()}>{eveningSpan(list, locale)}</time>}
    >
      {empty ? (
        <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
      ) : (
        <>
          <dl className="flex flex-wrap gap-x-12 gap-y-6">
            {figures.map(({ label, figure }) => (
              <div key={label} className="flex flex-col-reverse">
                <dt className="text-muted">{label}</dt>
                <dd className="font-display text-[3.5rem] leading-none tabular-nums">{figure}</dd>
              </div>
            ))}
          </dl>
          <p>
            <a href={`${eventPath}/rsvps.csv`} download className={buttonClass({ tone: 'quiet' })}>
              {t('export')}
            </a>
          </p>
          {waiting.length > 0 && (
            <Section id="waitlist" title={t('waitlist')} lead={t('waitlistLead')}>
              <GuestTable caption={t('waitlist')} guests={waiting} timeZone={timeZone} action={action} locale={locale} />
            </Section>
          )}
          <Section id="going" title={t('goingTitle')} lead={going.length === 0 && t('nobodyGoing')}>
            {going.length > 0 && (
              <GuestTable
                caption={t('goingTitle')}
                guests={sort.sorted(going, locale)}
                timeZone={timeZone}
                sort={sort}
                action={action}
                locale={locale}
              />
            )}
          </Section>
        </>
      )}
      <p className="text-small text-muted">{textOf(locale, 'event')('zone', { zone: timeZone.replaceAll('_', ' ') })}</p>
    </Page>
  )
}
