import { InlineForm } from '@/components/ui/inline-form'
import type { FormAnswer } from '@/components/ui/action-form'
import type { ButtonTone } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'

/** A form of one button: what it does, to what, and why one would. */
export function SmallForm({
  action,
  fields,
  label,
  pending,
  tone = 'quiet',
  wide = false,
  lead,
}: {
  readonly action: (answer: FormAnswer, form: FormData) => Promise<FormAnswer>
  readonly fields: Readonly<Record<string, string>>
  readonly label: string
  readonly pending: string
  readonly tone?: ButtonTone | undefined
  /** As wide as its column: for the main action of a screen. */
  readonly wide?: boolean
  readonly lead?: string
}) {
  return (
    <InlineForm action={action} className={wide ? 'grid w-full gap-3' : 'grid justify-items-start gap-3'}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {lead && (
        <p dir="auto" className="max-w-measure text-small text-muted">
          {lead}
        </p>
      )}
      <SubmitButton tone={tone} wide={wide} pending={pending}>
        {label}
      </SubmitButton>
    </InlineForm>
  )
}
