import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { dayInWords } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'
import { liftPutOff, putOff } from '../_actions'
import type { ShownContact } from '../_lib/shown-contact'

/** What was put off, with the way back; or, for whoever is due, the ways to put it off. */
export function NotNow({ contact, locale }: { readonly contact: ShownContact; readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  const { contactId, snoozedUntil, skippedOn, standing, today } = contact
  const pending = t('saving')
  // A snooze that is over is no longer worth a word.
  if ((snoozedUntil !== null && snoozedUntil > today) || skippedOn !== null) {
    return (
      <InlineForm action={liftPutOff.bind(null, contactId)} className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <p className="text-muted">
          {snoozedUntil !== null && snoozedUntil > today
            ? t('putOffLine', { day: dayInWords(locale, snoozedUntil, today) })
            : t('skippedLine', { day: dayInWords(locale, skippedOn ?? today, today) })}
        </p>
        <SubmitButton tone="quiet" pending={pending}>
          {t('liftPutOff')}
        </SubmitButton>
      </InlineForm>
    )
  }
  if (standing.dueOn === null || standing.dueOn > today) return null
  return (
    <details>
      <summary className="fold-mark inline-flex min-h-[max(2.75rem,44px)] items-center text-muted">{t('later')}</summary>
      <InlineForm action={putOff.bind(null, contactId)} className="flex flex-wrap items-center gap-3 pt-2">
        <SubmitButton tone="quiet" name="how" value="tomorrow" pending={pending}>
          {t('tomorrow')}
        </SubmitButton>
        <SubmitButton tone="quiet" name="how" value="week" pending={pending}>
          {t('nextWeek')}
        </SubmitButton>
        <SubmitButton tone="quiet" name="how" value="skip" pending={pending}>
          {t('skipRound')}
        </SubmitButton>
      </InlineForm>
    </details>
  )
}
