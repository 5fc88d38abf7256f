import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ownPath } from '@/domain/own-path'
import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { nameViewer } from './_actions'
import { ClaimCard } from './_components/claim-card'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'welcome')('pageTitle'), robots: { index: false } }
}

/**
 * After sign-in: what somebody typed at a door with this address, to be kept or discarded by the one
 * who has now proved that it is theirs; then a name, if there is none; then on.
 */
export default async function WelcomePage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}) {
  const [{ viewer, locale }, { next }] = await Promise.all([reader(), searchParams])
  const path = ownPath(next, '/')
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  if (viewer.doorGuest) redirect(path)
  const caller = await api()
  const t = textOf(locale, 'welcome')
  const [claim, ...more] = await caller.claim.list()
  if (claim) {
    return (
      <Page title={t('title')} lead={t('lead')}>
        <ClaimCard claim={claim} locale={locale} />
        {more.length > 0 && <p className="text-muted">{t('more', { count: more.length })}</p>}
      </Page>
    )
  }
  const { name } = await caller.profile.mine()
  if (name !== '') redirect(path)
  return (
    <Page title={t('nameTitle')} lead={t('nameLead')}>
      <ActionForm action={nameViewer} submit={t('goOn')} pending={t('saving')}>
        <Field name="name" label={t('name')} autoComplete="name" maxLength={200} required />
      </ActionForm>
    </Page>
  )
}
