import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ContactRow } from './_components/contact-row'
import { Pages } from './_components/pages'
import { askPeople } from './_lib/ask-people'
import { pageOf, type SearchParams } from './_lib/query'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'people')('title'), robots: { index: false } }
}

/** Everybody in one's own list. */
export default async function PeoplePage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { locale } = await reader()
  const page = pageOf((await searchParams)['page'])
  const list = await askPeople((await api()).contact.list({ page }), '/people')
  const t = textOf(locale, 'people')
  return (
    <Page title={t('title')} lead={list.total > 0 ? t('count', { count: list.total }) : undefined}>
      {list.total === 0 ? (
        <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
      ) : (
        <>
          <ol className="-mt-4">
            {list.contacts.map((contact) => (
              <ContactRow key={contact.contactId} contact={contact} today={list.today} locale={locale} />
            ))}
          </ol>
          <Pages page={page} total={list.total} size={list.pageSize} href={(to) => `/people?page=${String(to)}`} locale={locale} />
        </>
      )}
    </Page>
  )
}
