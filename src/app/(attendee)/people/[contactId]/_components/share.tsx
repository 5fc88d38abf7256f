import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { isolated } from '@/text/isolated'
import { textOf, type Locale } from '@/text/translator'
import { shareDetails, takeShareBack } from '../_actions'
import type { ShownContact } from '../_lib/shown-contact'
import { Fold } from './fold'

/** One's own address or number, for a member whom one knows: chosen by hand, and taken back when one likes. */
export function Share({
  contact,
  name,
  email,
  locale,
}: {
  readonly contact: ShownContact
  readonly name: string
  readonly email: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  const details = contact.shared.map(({ value }) => value).join(', ')
  return (
    <Fold id="share" title={t('share.title', { name: isolated(name) })}>
      {details !== '' && (
        <InlineForm action={takeShareBack.bind(null, contact.contactId)} className="grid justify-items-start gap-3">
          <p>{t('share.shared', { name: isolated(name), details })}</p>
          <SubmitButton tone="quiet" pending={t('saving')}>
            {t('share.back')}
          </SubmitButton>
        </InlineForm>
      )}
      <InlineForm action={shareDetails.bind(null, contact.contactId)} className="grid justify-items-start gap-4">
        <p className="max-w-measure text-muted">{t('share.lead')}</p>
        <label className="flex min-h-[max(2.75rem,44px)] items-center gap-3">
          <input type="checkbox" name="email" value="1" className="size-6 shrink-0 accent-accent" />
          {t('share.email', { email })}
        </label>
        <Field name="phone" type="tel" label={t('share.phone')} hint={t('share.phoneHint')} maxLength={40} autoComplete="tel" className="w-full" />
        <SubmitButton tone="quiet" pending={t('saving')}>
          {t('share.submit')}
        </SubmitButton>
      </InlineForm>
    </Fold>
  )
}
