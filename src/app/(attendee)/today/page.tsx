import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { dayInWords } from '@/text/due-words'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { askPeople } from '../people/_lib/ask-people'
import { AuditLine } from '../people/circle/_components/audit-line'
import { pageOf, type SearchParams } from '../people/_lib/query'
import { ActedList } from './_components/acted-list'
import { ContactCard } from './_components/contact-card'
import { FourFromTheBottom } from './_components/four-from-the-bottom'
import { IntroductionsToday } from './_components/introductions-today'
import { MoreDue } from './_components/more-due'
import { PauseAll, Resting } from './_components/resting'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'today')('title'), robots: { index: false } }
}

/** Who is due today, and the four from the bottom of the list, each with something real to write. */
export default async function TodayPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { locale, viewer } = await reader()
  const page = pageOf((await searchParams)['page'])
  const today = await askPeople((await api()).today.mine({ page: page - 1 }), '/today')
  const t = textOf(locale, 'today')
  const common = { today, me: viewer?.name ?? '', locale }
  const planned = today.due.filter(({ prompts }) => prompts.length > 0)
  const byCadence = today.due.filter(({ prompts }) => prompts.length === 0)
  const waiting = today.fourFromTheBottom.find(({ act }) => act === null)?.card.contactId
  const first = planned[0]?.contactId ?? waiting ?? byCadence[0]?.contactId
  // Whoever stands among the four shows it there.
  const collapsed = today.page === 0 ? today.fourFromTheBottom.filter(({ act }) => act !== null).map(({ card }) => card.contactId) : []
  const acted = today.acted.filter(({ contactId }) => !collapsed.includes(contactId))
  const nothing = today.due.length === 0 && today.fourFromTheBottom.length === 0
  return (
    <Page title={t('title')} eyebrow={dayInWords(locale, today.date, today.date)}>
      {today.paused && <Resting today={today} until={today.paused.until} locale={locale} />}
      {!today.paused && !today.anyone && (
        <EmptyState title={t('nobody')} action={<ButtonLink href="/people">{t('toPeople')}</ButtonLink>}>
          {t('nobodyText')}
        </EmptyState>
      )}
      {!today.paused && today.anyone && nothing && <EmptyState title={t('allDone')}>{t('allDoneText')}</EmptyState>}
      {planned.length > 0 && (
        <Section id="due" title={t('plannedTitle')}>
          {planned.map((card) => (
            <ContactCard key={card.contactId} {...common} card={card} open={card.contactId === first} />
          ))}
        </Section>
      )}
      <IntroductionsToday waiting={today.waiting} locale={locale} />
      {today.page === 0 && today.fourFromTheBottom.length > 0 && <FourFromTheBottom {...common} open={first} />}
      {acted.length > 0 && <ActedList acted={acted} today={today} locale={locale} />}
      {byCadence.length > 0 && (
        <Section id="silent" title={t('dueTitle')} lead={t('dueLead')}>
          {byCadence.map((card) => (
            <ContactCard key={card.contactId} {...common} card={card} open={card.contactId === first} />
          ))}
        </Section>
      )}
      {today.pages > 1 && <MoreDue today={today} locale={locale} />}
      {!today.paused && today.anyone && viewer?.email !== null && <AuditLine locale={locale} />}
      {!today.paused && today.anyone && viewer?.email !== null && <PauseAll date={today.date} locale={locale} />}
    </Page>
  )
}
