import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { Choosing } from './_components/choosing'
import { ContactRow } from './_components/contact-row'
import { Filters } from './_components/filters'
import { ListShortcuts } from './_components/list-shortcuts'
import { Pages } from './_components/pages'
import { SearchBox } from './_components/search-box'
import { Ways } from './_components/ways'
import { askPeople } from './_lib/ask-people'
import { fieldsOf, listPath, listQueryOf, type ListQuery, type SearchParams } from './_lib/query'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'people')('title'), robots: { index: false } }
}

const loadList = async ({ q, sort, group, tag, due, page }: ListQuery) =>
  askPeople(
    (await api()).contact.list({ q, sort, page, due, ...(group && { groupId: group }), ...(tag && { tag }) }),
    '/people',
  )

/** Everybody in one's own list: found by a word, in the order that helps. */
export default async function PeoplePage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { locale } = await reader()
  const query = listQueryOf(await searchParams)
  const list = await loadList(query)
  const caller = await api()
  const [groups, tags] = await Promise.all([caller.group.list(), caller.contact.tags()])
  const t = textOf(locale, 'people')
  const { q: _, page: __, ...fields } = fieldsOf(query)
  const asked = query.q !== '' || query.due || query.group !== '' || query.tag !== ''
  const into = groups.find(({ groupId }) => groupId === query.to)
  if (list.total === 0 && !asked && query.page === 1) return <NobodyYet locale={locale} />
  const people = (
    <ol>
      {list.contacts.map((contact) => (
        <ContactRow key={contact.contactId} contact={contact} today={list.today} choosing={into !== undefined} locale={locale} />
      ))}
    </ol>
  )
  return (
    <Page title={t('title')} action={into ? undefined : <Add locale={locale} />}>
      <div className="grid gap-3">
        <SearchBox key={JSON.stringify(fields)} q={query.q} label={t('search')} hint={t('searchHint')} submit={t('searchSubmit')} fields={fields} />
        <Filters query={query} groups={groups} tags={tags} locale={locale} />
        <p role="status" className="text-muted">
          {list.close ? t('close', { count: list.total }) : asked ? t('found', { count: list.total }) : t('count', { count: list.total })}
        </p>
      </div>
      {into && <Choosing group={into} locale={locale} >{people}</Choosing>}
      {!into && people}
      <Pages page={query.page} total={list.total} size={list.pageSize} href={(page) => listPath(query, { page })} locale={locale} />
      {!into && <Ways locale={locale} />}
      <ListShortcuts locale={locale} />
    </Page>
  )
}

/** The one thing to do at once; the other ways stand below the list. */
function Add({ locale }: { readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  return (
    <>
      <ButtonLink href="/people/new" data-key="add">
        {t('add')}
      </ButtonLink>
      <a href="#ways" className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
        {t('more')}
      </a>
    </>
  )
}

function NobodyYet({ locale }: { readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  return (
    <Page title={t('title')} action={<Add locale={locale} />}>
      <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
      <Ways locale={locale} />
    </Page>
  )
}
