import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Page, Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { InlineForm } from '@/components/ui/inline-form'
import { PushSettings } from '../_components/push/push-settings'
import { ProfileFields } from '../_components/profile-fields'
import { OwnCalendar } from './_components/own-calendar'
import { saveOwnProfile, signOut } from './_actions'
import { ForgetOnSubmit } from './_components/forget-on-submit'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'profile')('title') }
}

/** What others see of oneself, and whether they do. */
export default async function ProfilePage() {
  const { viewer, locale } = await reader()
  if (!viewer) redirect('/sign-in?next=/profile')
  const caller = await api()
  const [profile, offered] = await Promise.all([caller.profile.mine(), caller.interest.offered()])
  const t = textOf(locale, 'profile')
  return (
    <Page title={profile.name || t('title')} lead={t('lead')}>
      <ActionForm action={saveOwnProfile} submit={t('save')} pending={t('saving')}>
        <div className="grid gap-6">
          <Field
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            defaultValue={profile.name}
            autoComplete="name"
            maxLength={200}
            required
          />
          <Field
            name="headline"
            label={t('headline')}
            hint={t('headlineHint')}
            defaultValue={profile.headline}
            maxLength={120}
          />
        </div>
        <ProfileFields profile={profile} offered={offered} locale={locale} />
        <details open={profile.organization !== '' || profile.city !== ''} className="border-t border-line pt-4">
          <summary className="fold-mark flex min-h-[max(2.75rem,44px)] items-center">
            <span>
              <span className="block font-display text-heading">{t('contextTitle')}</span>
              <span className="block text-small text-muted">{t('contextInside')}</span>
            </span>
          </summary>
          <div className="grid gap-6 pt-2">
            <p className="max-w-measure text-muted">{t('contextHint')}</p>
            <Field
              name="organization"
              label={t('organization')}
              hint={t('organizationHint')}
              defaultValue={profile.organization}
              autoComplete="organization"
              maxLength={60}
            />
            <Field
              name="city"
              label={t('city')}
              hint={t('cityHint')}
              defaultValue={profile.city}
              autoComplete="address-level2"
              maxLength={60}
            />
          </div>
        </details>
        <Section id="visibility" title={t('visibleTitle')}>
          <input type="hidden" name="visibility" value="asked" />
          <label className="flex min-h-[max(2.75rem,44px)] items-start gap-3">
            <input
              type="checkbox"
              name="hide"
              defaultChecked={!profile.visible}
              aria-describedby="hide-hint"
              className="mt-[0.15em] size-6 shrink-0 accent-accent"
            />
            <span className="grid gap-0.5">
              <span className="font-semibold">{t('hide')}</span>
              <span id="hide-hint" className="text-small text-muted">
                {t('hideHint')}
              </span>
            </span>
          </label>
        </Section>
      </ActionForm>
      {viewer.email !== null && <OwnCalendar locale={locale} />}
      {viewer.email !== null && <PushSettings locale={locale} />}
      <p className="flex flex-wrap gap-x-6">
        {viewer.email !== null && (
          <Link prefetch={false} href="/settings" className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
            {textOf(locale, 'settings')('title')}
          </Link>
        )}
        <Link prefetch={false} href="/account" className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
          {textOf(locale, 'account')('title')}
        </Link>
      </p>
      <ForgetOnSubmit waiting={t('scansWaiting')}>
        <InlineForm action={signOut}>
          <SubmitButton tone="quiet" pending={t('signingOut')}>
            {t('signOut')}
          </SubmitButton>
        </InlineForm>
      </ForgetOnSubmit>
    </Page>
  )
}
