import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Page, Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../../../../../_lib/ask'
import { eveningSpan } from '../../../../../_lib/when'
import { invite } from './_actions'
import { Grants } from './_components/grants'
import type { LinkWords } from './_components/host-link'
import { LinkForm } from './_components/link-form'

interface Props {
  readonly params: Promise<{ slug: string; eventId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'hosting')('title') }
}

function linkWords(locale: Locale): LinkWords {
  const t = textOf(locale, 'hosting')
  return {
    ready: t('ready'),
    once: t('once'),
    shownOnce: t('shownOnce'),
    qr: t('qr'),
    link: t('link'),
    copy: t('copy'),
    copied: t('copied'),
  }
}

/** Who helps at the door of one evening: invitations by link or code, and taking them back. */
export default async function HostsPage({ params }: Props) {
  const { slug, eventId } = await params
  const eventPath = `/organize/${slug}/events/${eventId}`
  const path = `${eventPath}/hosts`
  const { event, community, ended, grants } = await ask((await api()).hosting.grants({ eventId }), path)
  if (community.slug !== slug) notFound()
  const { locale } = await reader()
  const t = textOf(locale, 'hosting')
  const words = linkWords(locale)
  const closed = ended || event.status === 'CANCELLED'
  return (
    <Page
      title={t('title')}
      eyebrow={
        <Link prefetch={false} href={eventPath} className="link inline-block py-3" dir="auto">
          {event.name}
        </Link>
      }
      lead={
        <>
          <p>{eveningSpan(event, locale)}</p>
          <p>{t('lead')}</p>
        </>
      }
    >
      {closed ? (
        <Notice tone="warn">{t('noDoor')}</Notice>
      ) : (
        <LinkForm action={invite.bind(null, { eventId, path })} submit={t('invite')} pending={t('inviting')} words={words}>
          <Field name="label" label={t('label')} hint={t('labelHint')} maxLength={80} autoComplete="off" />
        </LinkForm>
      )}
      <Section id="invitations" title={t('list')}>
        {grants.length === 0 ? (
          <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
        ) : (
          <Grants
            eventId={eventId}
            path={path}
            grants={grants}
            timeZone={event.timeZone}
            ended={closed}
            words={words}
            locale={locale}
          />
        )}
      </Section>
      <p className="text-small text-muted">{t('zone', { zone: event.timeZone.replaceAll('_', ' ') })}</p>
    </Page>
  )
}
