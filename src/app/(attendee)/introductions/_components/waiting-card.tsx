import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { dayInWords } from '@/text/day-in-words'
import { textOf, type Locale } from '@/text/translator'
import { DetailFields } from '../../_components/detail-fields'
import { answer } from '../_actions'
import type { Introductions } from '../_lib/introductions'

/** Somebody whom the reader may meet: who says so and why, and the reader's own yes or no. */
export function WaitingCard({
  one,
  email,
  locale,
}: {
  readonly one: Introductions['waiting'][number]
  /** The reader's own proved address; null for a guest, who cannot be introduced. */
  readonly email: string | null
  readonly locale: Locale
}) {
  const t = textOf(locale, 'introduction')
  const by = one.byName || t('nameless')
  const other = one.otherName || t('nameless')
  return (
    <article className="grid gap-4 border-t-2 border-ink bg-raised px-5 pt-5 pb-6">
      <header className="grid gap-1">
        <p dir="auto" className="text-small text-muted">
          {t('waitingCard', { by, other })}
        </p>
        <h3 dir="auto" className="text-name">
          {other}
        </h3>
        {one.otherHeadline && (
          <p dir="auto" className="text-lead">
            {one.otherHeadline}
          </p>
        )}
      </header>
      <div className="grid gap-1 border-t border-line pt-4">
        <p dir="auto" className="text-small text-muted">
          {t('bySays', { by })}
        </p>
        <p dir="auto">{one.reason}</p>
      </div>
      {email !== null && (
        <InlineForm action={answer} className="grid gap-5 border-t border-line pt-4">
          <input type="hidden" name="introductionId" value={one.introductionId} />
          <DetailFields id={one.introductionId} lead={t('detailsLead', { other })} email={email} locale={locale} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="answer" value="yes" pending={t('sending')}>
              {t('yes')}
            </SubmitButton>
            <SubmitButton tone="quiet" name="answer" value="no" pending={t('sending')}>
              {t('no')}
            </SubmitButton>
          </div>
        </InlineForm>
      )}
      <p className="text-small text-muted">{t('until', { date: dayInWords(one.expiresAt, locale) })}</p>
    </article>
  )
}
