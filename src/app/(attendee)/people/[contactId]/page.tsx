import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { Page, Section } from '@/components/ui/page'
import { birthdayInWords } from '@/text/due-words'
import { isolated } from '@/text/isolated'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { FollowUpPlans } from '../../_components/follow-up-plans'
import { askPeople } from '../_lib/ask-people'
import { freshNonce } from '../_lib/fresh-nonce'
import { pageOf, type SearchParams } from '../_lib/query'
import { quickLog } from './_actions'
import { WriteTo } from '../../today/_components/write-to'
import { Changes } from './_components/changes'
import { ContactShortcuts, quickLogWords } from './_components/contact-shortcuts'
import { Fold } from './_components/fold'
import { NotNow } from './_components/not-now'
import { QuickLog } from './_components/quick-log'
import { Reach } from './_components/reach'
import { Share } from './_components/share'
import { StandingLine } from './_components/standing'
import { Timeline } from './_components/timeline'
import type { ShownContact } from './_lib/shown-contact'

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
  const { viewer, locale } = await reader()
  const page = pageOf((await searchParams)['page'])
  const contact = await contactOf((await params).contactId, page)
  // Groups and ways to reach people belong to a proved address.
  const email = viewer?.email ?? null
  const card = await askPeople((await api()).today.card({ contactId: contact.contactId }), `/people/${contact.contactId}`)
  const groups = email === null ? null : await (await api()).group.list()
  const t = textOf(locale, 'people')
  const name = contact.name || t('nameless')
  const work = [contact.title, contact.organization].filter((text) => text !== '').join(', ')
  const path = `/people/${contact.contactId}`
  return (
    <Page
      eyebrow={
        <Link prefetch={false} href="/people" data-key="back" className="link inline-block py-2.5">
          {t('back')}
        </Link>
      }
      title={name}
      lead={work ? <p dir="auto">{work}</p> : undefined}
    >
      <div className="-mt-4 grid gap-3">
        <Belongs contact={contact} />
        <StandingLine contact={contact} locale={locale} />
        <NotNow contact={contact} locale={locale} />
        {contact.userId !== null && email !== null && (
          <a href="#share" className="link inline-block justify-self-start py-2">
            {t('share.link')}
          </a>
        )}
      </div>
      <QuickLog action={quickLog.bind(null, contact.contactId)} nonce={freshNonce()} words={quickLogWords(locale)} />
      <Section id="timeline" title={t('timeline')}>
        <Timeline contact={contact} locale={locale} />
        <p className="flex flex-wrap gap-x-6">
          {page > 1 && (
            <Link prefetch={false} rel="prev" href={`${path}?page=${String(page - 1)}#timeline`} className="link inline-block py-3">
              {t('newer')}
            </Link>
          )}
          {contact.more && (
            <Link prefetch={false} rel="next" href={`${path}?page=${String(page + 1)}#timeline`} className="link inline-block py-3">
              {t('older')}
            </Link>
          )}
        </p>
      </Section>
      <Reach contact={contact} locale={locale} />
      <WriteTo card={card} me={viewer?.name ?? ''} locale={locale} />
      {(contact.about || contact.birthday) && (
        <div className="grid max-w-measure gap-2">
          {contact.about && (
            <p dir="auto" className="whitespace-pre-line">
              {contact.about}
            </p>
          )}
          {contact.birthday && <p className="text-muted">{t('birthdayOn', { day: birthdayInWords(locale, contact.birthday) })}</p>}
        </div>
      )}
      {contact.userId !== null && email !== null && (
        <Link
          prefetch={false}
          href={`/introductions/new?one=${contact.contactId}`}
          className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start"
        >
          {textOf(locale, 'introduction')('introduceThem', { name: isolated(name) })}
        </Link>
      )}
      <div>
        <Fold id="plan" title={textOf(locale, 'plan')('title')}>
          <FollowUpPlans contactId={contact.contactId} locale={locale} />
        </Fold>
        {contact.userId !== null && email !== null && <Share contact={contact} name={name} email={email} locale={locale} />}
        <Changes contact={contact} name={name} groups={groups} locale={locale} />
      </div>
      <ContactShortcuts locale={locale} />
    </Page>
  )
}

/** The groups and tags that somebody is in, each a way to all who are. */
function Belongs({ contact: { groups, tags } }: { readonly contact: ShownContact }) {
  if (groups.length + tags.length === 0) return null
  const link = 'link inline-flex min-h-[max(2.75rem,44px)] items-center'
  return (
    <p className="flex flex-wrap gap-x-5">
      {groups.map(({ groupId, name }) => (
        <Link key={groupId} prefetch={false} href={`/people?group=${groupId}`} className={link} dir="auto">
          {name}
        </Link>
      ))}
      {tags.map((tag) => (
        <Link key={tag} prefetch={false} href={`/people?tag=${encodeURIComponent(tag)}`} className={link} dir="auto">
          {`#${tag}`}
        </Link>
      ))}
    </p>
  )
}
