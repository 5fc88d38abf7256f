import { Field, TextArea } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { changeEntry, removeEntry } from '../_actions'
import type { ShownInteraction } from '../_lib/shown-contact'

/** The words about one thing that happened, and its day; open right after a tap, the note first. */
export function EntryForm({
  entry,
  contactId,
  day,
  today,
  locale,
}: {
  readonly entry: ShownInteraction
  readonly contactId: string
  readonly day: string
  readonly today: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  const { interactionId } = entry
  const id = (name: string) => `${name}-${interactionId}`
  return (
    <details open={entry.fresh}>
      <summary className="inline-flex min-h-[max(2.75rem,44px)] items-center text-small text-muted underline decoration-1 underline-offset-4">
        {t('changeEntry')}
      </summary>
      <div className="grid gap-6 pt-2 pb-2">
        <InlineForm action={changeEntry.bind(null, { contactId, interactionId })} className="grid justify-items-start gap-4">
          <TextArea id={id('note')} name="note" className="w-full" label={t('entryNote')} defaultValue={entry.note} maxLength={2000} autoComplete="off" />
          <details open={!entry.fresh} className="w-full">
            <summary className="fold-mark flex min-h-[max(2.75rem,44px)] items-center">{t('entryMore')}</summary>
            <div className="grid gap-4 pt-2">
              <Field id={id('mine')} name="myPromise" label={t('entryMine')} defaultValue={entry.myPromise} maxLength={500} autoComplete="off" />
              <Field id={id('theirs')} name="theirPromise" label={t('entryTheirs')} defaultValue={entry.theirPromise} maxLength={500} autoComplete="off" />
              {entry.own && <Field id={id('on')} name="on" type="date" label={t('entryDay')} defaultValue={day} max={today} required />}
            </div>
          </details>
          <SubmitButton pending={t('saving')} tone={entry.fresh ? 'primary' : 'quiet'}>
            {t('save')}
          </SubmitButton>
        </InlineForm>
        {entry.own && !entry.fresh && (
          <InlineForm action={removeEntry.bind(null, { contactId, interactionId })}>
            <SubmitButton tone="danger" pending={t('removing')}>
              {t('entryRemove')}
            </SubmitButton>
          </InlineForm>
        )}
      </div>
    </details>
  )
}
