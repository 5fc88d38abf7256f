import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { TimeZoneSelect } from '@/app/_components/time-zone-select'
import { ButtonLink } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { setUp } from './_actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'setUp')('title'), robots: { index: false } }
}

async function isDone(token: string): Promise<boolean> {
  const caller = await api()
  try {
    return (await caller.setUp.state({ token })).done
  } catch (error) {
    refusalOf(error, 'en')
    notFound()
  }
}

/** The one-time set-up: who owns this installation, and what it begins with. */
export default async function SetUpPage({ params }: { readonly params: Promise<{ token: string }> }) {
  const { token } = await params
  const done = await isDone(token)
  const { locale } = await reader()
  const t = textOf(locale, 'setUp')
  const c = textOf(locale, 'community')
  if (done) {
    return <Page title={t('doneTitle')} lead={t('doneText')} action={<ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>} />
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ActionForm action={setUp.bind(null, token)} submit={t('submit')} pending={t('pending')}>
        <fieldset className="grid gap-5">
          <legend className="mb-4 font-display text-heading">{t('you')}</legend>
          <Field name="name" label={t('name')} autoComplete="name" required maxLength={200} />
          <Field name="email" type="email" label={t('email')} hint={t('emailHint')} autoComplete="email" required maxLength={254} />
          <TimeZoneSelect label={c('timeZone')} choose={c('timeZoneChoose')} />
        </fieldset>
        <fieldset className="group grid gap-5">
          <legend className="mb-4 font-display text-heading">{t('begin')}</legend>
          <BeginChoice value="own" label={t('own')} checked />
          <div className="pl-9 group-has-[input[value=demo]:checked]:hidden">
            <Field name="communityName" label={t('communityName')} hint={t('communityNameHint')} maxLength={120} />
          </div>
          <BeginChoice value="demo" label={t('demo')} />
        </fieldset>
      </ActionForm>
    </Page>
  )
}

function BeginChoice({ value, label, checked = false }: { readonly value: string; readonly label: string; readonly checked?: boolean }) {
  return (
    <label className="flex min-h-11 items-start gap-4">
      <input type="radio" name="begin" value={value} defaultChecked={checked} className="mt-1.5 size-5 shrink-0 accent-accent" />
      <span>{label}</span>
    </label>
  )
}
