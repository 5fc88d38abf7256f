import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { Notice } from '@/components/ui/notice'
import { Page, Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { PushSettings } from '../_components/push/push-settings'
import { goOn, pause } from './_actions'
import { MailForm } from './_components/mail-form'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'settings')('title'), robots: { index: false } }
}

/** Mail and reminders: what one gets, how often, and when not. */
export default async function SettingsPage() {
  const { viewer, locale } = await reader()
  // Settings belong to an address that is proved: signing in proves one.
  if (!viewer || viewer.doorGuest) redirect('/sign-in?next=/settings')
  const settings = await (await api()).mail.settings()
  const t = textOf(locale, 'settings')
  return (
    <Page title={t('title')} lead={t('lead', { email: settings.email })}>
      {settings.bounced ? <Notice tone="warn">{t('bounced', { email: settings.email })}</Notice> : null}
      <MailForm settings={settings} locale={locale} />
      <Section id="pause" title={t('pauseTitle')} lead={t('pauseLead')}>
        {settings.paused ? (
          <InlineForm action={goOn} className="grid gap-3">
            <p>{settings.paused.until === null ? t('paused') : t('pausedUntil', { date: settings.paused.until })}</p>
            <SubmitButton pending={t('saving')} tone="quiet">
              {t('goOn')}
            </SubmitButton>
          </InlineForm>
        ) : (
          <InlineForm action={pause} className="grid gap-3">
            <Field name="until" type="date" label={t('until')} hint={t('untilHint')} />
            <SubmitButton pending={t('saving')} tone="quiet">
              {t('pause')}
            </SubmitButton>
          </InlineForm>
        )}
      </Section>
      <PushSettings locale={locale} />
    </Page>
  )
}
