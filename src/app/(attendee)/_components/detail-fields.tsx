import { Field } from '@/components/ui/field'
import { textOf, type Locale } from '@/text/translator'

/** What somebody lets another have: their own proved address by a tick, a phone number typed. */
export function DetailFields({
  id,
  lead,
  email,
  locale,
}: {
  /** Sets these fields apart from others on the page. */
  readonly id: string
  readonly lead: string
  readonly email: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'introduction')
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{lead}</legend>
      <label className="flex min-h-[max(2.75rem,44px)] items-center gap-3">
        <input type="checkbox" name="shareEmail" value="yes" defaultChecked className="size-6 shrink-0 accent-accent" />
        <span className="min-w-0 wrap-anywhere">{t('myEmail', { email })}</span>
      </label>
      <Field id={`phone-${id}`} name="phone" type="tel" dir="ltr" label={t('myPhone')} hint={t('myPhoneHint')} maxLength={40} autoComplete="tel" />
    </fieldset>
  )
}
