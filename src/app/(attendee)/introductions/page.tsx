import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
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
export default async function IntroductionsPage() {
  const { viewer, locale } = await reader()
  if (!viewer) redirect('/sign-in?next=/introductions')
  const { waiting, answered, connected, made } = await (await api()).introduction.mine()
  const t = textOf(locale, 'introduction')
  return (
    <Page title={t('title')} lead={t('lead')}>
      {waiting.length + answered.length + connected.length + made.length === 0 && (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      )}
      {waiting.length > 0 && (
        <Section id="waiting" title={t('waitingTitle')}>
          {waiting.map((one) => (
            <WaitingCard key={one.introductionId} one={one} locale={locale} />
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
        <Section id="made" title={t('madeTitle')}>
          <MadeList made={made} locale={locale} />
        </Section>
      )}
    </Page>
  )
}
