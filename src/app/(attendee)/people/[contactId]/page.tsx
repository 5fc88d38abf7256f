import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { randomText } from '@/server/lib/tokens'
import { Page, Section } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { askPeople } from '../_lib/ask-people'
import { pageOf, type SearchParams } from '../_lib/query'
import { quickLog } from './_actions'
import { QuickLog } from './_components/quick-log'
import { StandingLine } from './_components/standing'
import { Timeline } from './_components/timeline'

interface Props {
  readonly params: Promise<{ contactId: string }>
  readonly searchParams: SearchParams
}

/** Read once for the page and its title. */
const contactOf = cache(async (contactId: string, page: number) =>
  askPeople((await api()).contact.show({ contactId, page }), `/people/${contactId}`),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await reader()
  const contact = await contactOf((await params).contactId, pageOf((await searchParams)['page']))
  return { title: contact.name || textOf(locale, 'people')('nameless'), robots: { index: false } }
}

/** Somebody in one's own list: what was talked about and promised, and when to be in touch next. */
export default async function ContactPage({ params, searchParams }: Props) {
  const { locale } = await reader()
  const contact = await contactOf((await params).contactId, pageOf((await searchParams)['page']))
  const t = textOf(locale, 'people')
  const work = [contact.title, contact.organization].filter((text) => text !== '').join(', ')
  return (
    <Page
      eyebrow={
        <Link prefetch={false} href="/people" className="link inline-block py-2.5">
          {t('back')}
        </Link>
      }
      title={contact.name || t('nameless')}
      lead={work ? <p dir="auto">{work}</p> : undefined}
    >
      <StandingLine contact={contact} locale={locale} />
      <QuickLog
        action={quickLog.bind(null, contact.contactId)}
        nonce={randomText(24)}
        words={{
          label: t('quickLog'),
          kinds: { WROTE: t('log.WROTE'), CALLED: t('log.CALLED'), MET: t('log.MET'), NOTE: t('log.NOTE') },
          logged: { WROTE: t('logged.WROTE'), CALLED: t('logged.CALLED'), MET: t('logged.MET'), NOTE: t('logged.NOTE') },
          undo: t('undo'),
          undone: t('undone'),
        }}
      />
      <Section id="timeline" title={t('timeline')}>
        <Timeline contact={contact} locale={locale} />
      </Section>
    </Page>
  )
}
