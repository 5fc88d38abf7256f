import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { CommunityFields } from '../../../_components/community-fields'
import { ask } from '../../../_lib/ask'
import { saveSettings } from './_actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'community')('settings') }
}

/** Name, time zone and postal address of a community, for its owners. */
export default async function SettingsPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const caller = await api()
  const community = await ask(caller.community.bySlug({ slug }), `/organize/${slug}/settings`)
  if (!community.may.editCommunity) notFound()
  const { locale } = await reader()
  const t = textOf(locale, 'community')
  return (
    <Page
      title={t('settings')}
      eyebrow={<Link prefetch={false} href={`/organize/${slug}`} className="link">{community.name}</Link>}
      lead={t('settingsLead')}
    >
      <ActionForm action={saveSettings.bind(null, community.id)} submit={t('save')} pending={t('saving')}>
        <CommunityFields locale={locale} now={community} />
      </ActionForm>
    </Page>
  )
}
