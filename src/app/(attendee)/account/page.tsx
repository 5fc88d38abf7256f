import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { Page, Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { deleteOwnAccount } from './_actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'account')('title'), robots: { index: false } }
}

/** All of one's own data, to take along or to delete. */
export default async function AccountPage() {
  const { viewer, locale } = await reader()
  if (!viewer) redirect('/sign-in?next=/account')
  const t = textOf(locale, 'account')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section id="data" title={t('dataTitle')} lead={t('dataHint')}>
        <div>
          <a href="/account/data.json" className={buttonClass({ tone: 'quiet' })}>
            {t('download')}
          </a>
        </div>
      </Section>
      <Section id="delete" title={t('deleteTitle')} lead={t('deleteHint')}>
        <InlineForm action={deleteOwnAccount} className="grid justify-items-start gap-4">
          {viewer.email === null ? (
            <Field name="typed" label={t('typedName')} hint={t('typedHint', { email: viewer.name })} autoComplete="off" required />
          ) : (
            <Field name="typed" type="email" label={t('typed')} hint={t('typedHint', { email: viewer.email })} autoComplete="off" required />
          )}
          <SubmitButton tone="danger" pending={t('deleting')}>
            {t('delete')}
          </SubmitButton>
        </InlineForm>
      </Section>
    </Page>
  )
}
