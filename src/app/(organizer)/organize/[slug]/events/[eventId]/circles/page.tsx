import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../../../../../_lib/ask'
import { Proposals } from './_components/proposals'
import { StandingCircles } from './_components/standing-circles'

interface Props {
  readonly params: Promise<{ slug: string; eventId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'circle')('title') }
}

/** The circles of one evening for its hosts: what could be opened, and what is open. */
export default async function CirclesPage({ params }: Props) {
  const { slug, eventId } = await params
  const path = `/organize/${slug}/events/${eventId}/circles`
  const plan = await ask((await api()).circle.plan({ eventId }), path)
  if (plan.community.slug !== slug) notFound()
  const { locale } = await reader()
  const t = textOf(locale, 'circle')
  return (
    <Page
      title={t('title')}
      eyebrow={
        <Link prefetch={false} href={`/organize/${slug}`} className="link inline-block py-3" dir="auto">
          {plan.community.name}
        </Link>
      }
      lead={<span dir="auto">{plan.eventName}</span>}
    >
      {plan.circles.length > 0 && (
        <Section id="open-circles" title={t('standing')}>
          <StandingCircles eventId={eventId} path={path} circles={plan.circles} locale={locale} />
        </Section>
      )}
      {plan.open ? (
        <Section id="proposals" title={t('proposals')} lead={plan.proposals.length > 0 && t('organizerLead')}>
          {plan.proposals.length > 0 ? (
            <Proposals eventId={eventId} path={path} plan={plan} locale={locale} />
          ) : (
            <EmptyState title={t('waitingTitle', { circles: plan.circles.filter(({ ended }) => !ended).length })}>{t('waitingText')}</EmptyState>
          )}
        </Section>
      ) : (
        <p className="max-w-measure text-muted">{t(plan.ended ? 'overText' : 'earlyText')}</p>
      )}
      <p className="text-small text-muted">{t('zone', { zone: plan.timeZone.replaceAll('_', ' ') })}</p>
    </Page>
  )
}
