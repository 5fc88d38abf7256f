import { InlineForm } from '@/components/ui/inline-form'
import type { FormAnswer } from '@/components/ui/action-form'
import type { ButtonTone } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'

/** A form of one button about the viewer's own coming; where they may bring others it asks how many. */
export function RsvpForm({
  action,
  eventId,
  label,
  tone,
  mayBring = 0,
  brings = 0,
  locale,
}: {
  readonly action: (answer: FormAnswer, form: FormData) => Promise<FormAnswer>
  readonly eventId: string
  readonly label: string
  readonly tone?: ButtonTone
  /** How many others one may bring at most; 0 does not ask. */
  readonly mayBring?: number
  readonly brings?: number
  readonly locale: Locale
}) {
  const t = textOf(locale, 'rsvp')
  const options = Array.from({ length: Math.max(mayBring, brings) + 1 }, (_, count) => ({
    value: String(count),
    label: t('box.others', { count }),
  }))
  return (
    <InlineForm action={action} className="flex flex-wrap items-end gap-x-5 gap-y-4">
      <input type="hidden" name="eventId" value={eventId} />
      {mayBring > 0 && (
        <Select name="plusOnes" label={t('box.bring')} options={options} defaultValue={String(brings)} className="min-w-56" />
      )}
      <SubmitButton tone={tone} pending={t('box.sending')}>
        {label}
      </SubmitButton>
    </InlineForm>
  )
}
