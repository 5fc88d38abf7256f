import { InlineForm } from '@/components/ui/inline-form'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { fixName } from '../_actions'

/** The name on a badge that has been printed wrong, below it on the screen alone. */
export function FixName({
  eventId,
  personId,
  name,
  locale,
}: {
  readonly eventId: string
  readonly personId: string
  readonly name: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'badges')
  return (
    <details className="badge-screen">
      <summary className="inline-flex min-h-[max(2.75rem,44px)] items-center underline decoration-1 underline-offset-4">
        {t('fix')}
        <span className="sr-only"> {name}</span>
      </summary>
      <InlineForm action={fixName.bind(null, { eventId, personId })} className="grid justify-items-start gap-3 py-2">
        <Field id={`name-${personId}`} name="name" label={t('fixLabel')} defaultValue={name} autoComplete="off" required />
        <SubmitButton tone="quiet" pending={t('saving')}>
          {t('save')}
        </SubmitButton>
      </InlineForm>
    </details>
  )
}
