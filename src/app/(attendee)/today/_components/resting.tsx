import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { daysFrom } from '@/domain/follow-up/local-days'
import { dayInWords } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'
import { goOn, pause } from '../_actions'
import type { Today } from '../_lib/today'

/** All reminders rest: since when and until when, and the way back. */
export function Resting({ today, until, locale }: { readonly today: Today; readonly until: string | null; readonly locale: Locale }) {
  const t = textOf(locale, 'today')
  return (
    <div className="grid justify-items-start gap-4">
      <p className="font-display text-heading">
        {until === null ? t('restingOpen') : t('restingUntil', { day: dayInWords(locale, until, today.date) })}
      </p>
      <p className="max-w-measure text-muted">{t('restingText')}</p>
      <InlineForm action={goOn} className="grid gap-3">
        <SubmitButton pending={t('sending')}>{t('goOn')}</SubmitButton>
      </InlineForm>
    </div>
  )
}

/** The way to let all reminders rest, behind a quiet word. */
export function PauseAll({ date, locale }: { readonly date: string; readonly locale: Locale }) {
  const t = textOf(locale, 'today')
  return (
    <details>
      <summary className="inline-flex min-h-[max(2.75rem,44px)] items-center text-muted underline decoration-1 underline-offset-4">
        {t('pauseAll')}
      </summary>
      <InlineForm action={pause} className="grid justify-items-start gap-3 pt-2">
        <p className="max-w-measure text-small text-muted">{t('pauseHint')}</p>
        <Field name="date" id="pause-date" type="date" label={t('pauseUntil')} min={daysFrom(date, 1)} />
        <Button tone="quiet">{t('pause')}</Button>
      </InlineForm>
    </details>
  )
}
