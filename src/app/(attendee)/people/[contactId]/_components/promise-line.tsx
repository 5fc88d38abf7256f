import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { tickPromise } from '../_actions'

/** Something that was promised, to be ticked off; nothing where nothing was. */
export function PromiseLine({
  whose,
  ids: { contactId, interactionId },
  text,
  kept,
  locale,
}: {
  readonly whose: 'MINE' | 'THEIRS'
  readonly ids: { readonly contactId: string; readonly interactionId: string }
  readonly text: string
  readonly kept: boolean
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  if (text === '') return null
  const label = whose === 'MINE' ? t(kept ? 'keptMine' : 'iPromised') : t(kept ? 'keptTheirs' : 'theyPromised')
  const id = `promise-${whose}-${interactionId}`
  return (
    <InlineForm action={tickPromise.bind(null, { contactId, interactionId, whose, kept: !kept })} className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p id={id} className="min-w-0 grow basis-52">
        <span className={kept ? 'text-good' : 'text-muted'}>
          {kept && <span aria-hidden="true">✓ </span>}
          {label}
        </span>{' '}
        <span dir="auto">{text}</span>
      </p>
      <SubmitButton tone="quiet" pending={t('saving')} describedBy={id}>
        {kept ? t('notYet') : t('kept')}
      </SubmitButton>
    </InlineForm>
  )
}
