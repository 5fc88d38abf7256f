import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { Page, Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { CadenceSelect } from '../_components/cadence-select'
import { askPeople } from '../_lib/ask-people'
import { addGroup } from './_actions'
import { GroupEntry } from './_components/group-entry'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'people')('groupsTitle'), robots: { index: false } }
}

/** One's groups: make, rename, how often, delete. */
export default async function GroupsPage() {
  const { locale } = await reader()
  const groups = await askPeople((await api()).group.list(), '/people/groups')
  const t = textOf(locale, 'people')
  return (
    <Page
      eyebrow={
        <Link prefetch={false} href="/people" className="link inline-block py-2.5">
          {t('back')}
        </Link>
      }
      title={t('groupsTitle')}
      lead={t('groupsLead')}
    >
      {groups.length === 0 ? (
        <EmptyState title={t('noGroups')}>{t('noGroupsText')}</EmptyState>
      ) : (
        <ul>
          {groups.map((group) => (
            <GroupEntry key={group.groupId} group={group} locale={locale} />
          ))}
        </ul>
      )}
      <Section id="new-group" title={t('newGroup')}>
        <InlineForm action={addGroup} className="grid justify-items-start gap-4">
          <Field name="name" label={t('groupName')} maxLength={60} required autoComplete="off" className="w-full" />
          <CadenceSelect id="cadence" label={t('groupCadence')} inherit={t('cadenceOfOthers')} value={null} locale={locale} />
          <SubmitButton pending={t('saving')}>{t('groupAdd')}</SubmitButton>
        </InlineForm>
      </Section>
    </Page>
  )
}
