import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { TextArea } from '@/components/ui/field'
import { Page } from '@/components/ui/page'
import { randomText } from '@/server/lib/tokens'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { make } from '../_actions'
import { ChooseTwo } from './_components/choose-two'
import { chosenPair, type Query } from './_lib/chosen-pair'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'introduction')('new'), robots: { index: false } }
}

/** Two of one's own people, or one of them and somebody who asks; then a reason for each. */
export default async function NewIntroductionPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const [{ viewer, locale }, query] = await Promise.all([reader(), searchParams])
  if (!viewer) redirect('/sign-in?next=/introductions/new')
  const t = textOf(locale, 'introduction')
  const back = (
    <Link prefetch={false} href="/introductions" className="link inline-block py-2.5">
      {t('title')}
    </Link>
  )
  if (viewer.email === null) return <Page eyebrow={back} title={t('new')} lead={t('proveFirst')} />
  const chosen = await chosenPair(query, locale)
  if (!('draft' in chosen)) {
    return (
      <Page eyebrow={back} title={t('new')} lead={t('newLead')}>
        <ChooseTwo {...chosen} locale={locale} />
      </Page>
    )
  }
  const { draft, one, other, ask } = chosen
  const names = { one: draft.oneName || t('nameless'), other: draft.otherName || t('nameless') }
  return (
    <Page eyebrow={back} title={t('pair', names)} lead={t('reasonsLead')}>
      <ActionForm action={make} submit={t('send')} pending={t('sending')}>
        <input type="hidden" name="one" value={one} />
        <input type="hidden" name="other" value={other} />
        <input type="hidden" name="ask" value={ask} />
        <input type="hidden" name="nonce" value={randomText(24)} />
        <div className="grid gap-6">
          <TextArea name="reasonForOne" label={t('reasonFor', { name: names.one, other: names.other })} defaultValue={draft.reasonForOne} maxLength={300} rows={3} required />
          <TextArea name="reasonForOther" label={t('reasonFor', { name: names.other, other: names.one })} defaultValue={draft.reasonForOther} maxLength={300} rows={3} required />
        </div>
        <p className="max-w-measure text-muted">{t('whatHappens')}</p>
      </ActionForm>
    </Page>
  )
}
