import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { TextArea } from '@/components/ui/field'
import { Page, Section } from '@/components/ui/page'
import { Select } from '@/components/ui/select'
import { randomText } from '@/server/lib/tokens'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { DetailFields } from '../_components/detail-fields'
import { put } from './_actions'
import { OwnAsk } from './_components/own-ask'
import { PassedAsks, ReceivedAsk } from './_components/received-ask'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'ask')('title'), robots: { index: false } }
}

/** 'Do you know someone who can ...': what others ask one, one's own asks, and a new one. */
export default async function AsksPage() {
  const { viewer, locale } = await reader()
  if (!viewer) redirect('/sign-in?next=/asks')
  const { waiting, passed, own, communities } = await (await api()).ask.mine()
  const t = textOf(locale, 'ask')
  const options = [...communities.map(({ communityId, name }) => ({ value: communityId, label: name })), { value: '', label: t('ownPeople') }]
  return (
    <Page title={t('title')} lead={t('lead')}>
      {waiting.length + passed.length > 0 && (
        <Section id="waiting" title={t('waitingTitle')}>
          {waiting.map((ask) => (
            <ReceivedAsk key={ask.askId} ask={ask} email={viewer.email} locale={locale} />
          ))}
          <PassedAsks passed={passed} locale={locale} />
        </Section>
      )}
      {own.length > 0 && (
        <Section id="own" title={t('ownTitle')}>
          <ul className="grid gap-8">
            {own.map((ask) => (
              <OwnAsk key={ask.askId} ask={ask} locale={locale} />
            ))}
          </ul>
        </Section>
      )}
      {viewer.email === null ? (
        <p className="max-w-measure text-muted">{t('proveFirst')}</p>
      ) : (
        <Section id="new" title={t('newTitle')} lead={t('newLead')}>
          {/* The form is a new one once an ask has gone out. */}
          <ActionForm key={own[0]?.askId ?? 'first'} action={put} submit={t('send')} pending={t('sending')}>
            <input type="hidden" name="nonce" value={randomText(24)} />
            <div className="grid gap-6">
              <TextArea name="text" label={t('text')} hint={t('textHint')} maxLength={200} rows={2} required />
              <Select name="to" label={t('to')} options={options} />
              <DetailFields id="new" lead={t('ownDetailsLead')} email={viewer.email} locale={locale} />
            </div>
          </ActionForm>
        </Section>
      )}
    </Page>
  )
}
