import type { Metadata } from 'next'
import Link from 'next/link'
import { ActionForm } from '@/components/ui/action-form'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { FactsFields } from '../_components/facts-fields'
import { GroupChoices } from '../_components/group-choices'
import { askPeople } from '../_lib/ask-people'
import { freshNonce } from '../_lib/fresh-nonce'
import { addContact } from './_actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'people')('newTitle'), robots: { index: false } }
}

/** Somebody whom one writes down by hand. */
export default async function NewContactPage() {
  const { locale } = await reader()
  const groups = await askPeople((await api()).group.list(), '/people/new')
  const t = textOf(locale, 'people')
  return (
    <Page
      eyebrow={
        <Link prefetch={false} href="/people" className="link inline-block py-2.5">
          {t('back')}
        </Link>
      }
      title={t('newTitle')}
      lead={t('newLead')}
    >
      <ActionForm action={addContact} submit={t('save')} pending={t('saving')}>
        <input type="hidden" name="nonce" value={freshNonce()} />
        <FactsFields locale={locale} />
        <GroupChoices groups={groups} locale={locale} />
      </ActionForm>
    </Page>
  )
}
