import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page, Section } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { MadeList } from './_components/made-list'
import { Answered, Connected } from './_components/own-answers'
import { WaitingCard } from './_components/waiting-card'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'introduction')('title'), robots: { index: false } }
}

/** What waits for the reader, what they answered, whom they were brought together with, what they made. */
export default async function IntroductionsPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}) {
  const [{ viewer, locale }, query] = await Promise.all([reader(), searchParams])
  if (!viewer) redirect('/sign-in?next=/introductions')
  const { waiting, answered, connected, made } = await (await api()).introduction.mine()
  const t = textOf(locale, 'introduction')
  const empty = waiting.length + answered.length + connected.length + made.length === 0
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        viewer.email === null || waiting.length > 0 ? undefined : (
          <ButtonLink wide href="/introductions/new">
            {t('new')}
          </ButtonLink>
        )
      }
    >
      {query['made'] === '1' && <Notice tone="good">{t('madeNotice')}</Notice>}
      {empty && <EmptyState title={t('emptyTitle')}>{t(viewer.email === null ? 'emptyGuest' : 'empty')}</EmptyState>}
      {waiting.length > 0 && (
        <Section id="waiting" title={t('waitingTitle')}>
          {waiting.map((one) => (
            <WaitingCard key={one.introductionId} one={one} email={viewer.email} locale={locale} />
          ))}
        </Section>
      )}
      {answered.length > 0 && (
        <Section id="answered" title={t('answeredTitle')}>
          <Answered answered={answered} locale={locale} />
        </Section>
      )}
      {connected.length > 0 && (
        <Section id="connected" title={t('connectedTitle')}>
          <Connected connected={connected} locale={locale} />
        </Section>
      )}
      {made.length > 0 && (
        <Section id="made" title={t('madeTitle')} lead={t('madeLead')}>
          <MadeList made={made} locale={locale} />
        </Section>
      )}
      <nav aria-label={t('more')} className="flex flex-wrap gap-x-6 border-t border-line pt-4">
        {/* While somebody waits for an answer, that is what the page is for. */}
        {viewer.email !== null && waiting.length > 0 && (
          <Link prefetch={false} href="/introductions/new" className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
            {t('new')}
          </Link>
        )}
        {(['/asks', '/people/given'] as const).map((href) => (
          <Link key={href} prefetch={false} href={href} className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
            {t(href === '/asks' ? 'toAsks' : 'toGiven')}
          </Link>
        ))}
      </nav>
    </Page>
  )
}
