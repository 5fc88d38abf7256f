import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { CommunityFields } from '../../_components/community-fields'
import { makeCommunity } from './_actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'community')('new') }
}

/** A further community of this installation, for its operator. */
export default async function NewCommunityPage() {
  const { viewer, locale } = await reader()
  // The procedure decides; to others this form would only be a dead end.
  if (!viewer?.operator) notFound()
  const t = textOf(locale, 'community')
  return (
    <Page title={t('new')} lead={t('newLead')}>
      <ActionForm action={makeCommunity} submit={t('create')} pending={t('creating')}>
        <CommunityFields locale={locale} />
      </ActionForm>
    </Page>
  )
}
