import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { Muted } from './_components/muted'
import { OwnUpdates } from './_components/own-updates'
import { ShareUpdate } from './_components/share-update'
import { TheirUpdates } from './_components/their-updates'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'updates')('title'), robots: { index: false } }
}

/** What one's people are working on, and what one tells them oneself. */
export default async function UpdatesPage() {
  const { viewer, locale } = await reader()
  if (!viewer) redirect('/sign-in?next=/updates')
  const caller = await api()
  const [updates, own] = await Promise.all([caller.update.list(), caller.update.own()])
  const t = textOf(locale, 'updates')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <TheirUpdates updates={updates} zone={own.zone} locale={locale} />
      <ShareUpdate own={own} mayWrite={!viewer.doorGuest} locale={locale} />
      <OwnUpdates own={own} locale={locale} />
      <Muted muted={own.muted} locale={locale} />
    </Page>
  )
}
