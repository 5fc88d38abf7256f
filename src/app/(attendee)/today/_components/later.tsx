import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { daysFrom } from '@/domain/follow-up/local-days'
import { textOf, type Locale } from '@/text/translator'
import { notNeeded, putOff, skip } from '../_actions'
import type { Card } from '../_lib/today'

/** Not now: put off, skipped, or not needed at all. Each can be taken back below. */
export function Later({ card, date, locale }: { readonly card: Card; readonly date: string; readonly locale: Locale }) {
  const t = textOf(locale, 'today')
  const { contactId } = card
  return (
    <details className="w-full">
      <summary className="inline-flex min-h-[max(2.75rem,44px)] items-center text-muted underline decoration-1 underline-offset-4">
        {t('notNow')}
      </summary>
      <div className="grid gap-5 pt-2 pb-1">
        <InlineForm action={putOff} className="grid gap-3">
          <input type="hidden" name="contactId" value={contactId} />
          <div className="flex flex-wrap gap-3">
            <Button tone="quiet" name="until" value="tomorrow">
              {t('tomorrow')}
            </Button>
            <Button tone="quiet" name="until" value="next-week">
              {t('nextWeek')}
            </Button>
          </div>
          <div className="flex flex-wrap items-end gap-3">
            <Field
              id={`date-${contactId}`}
              name="date"
              type="date"
              label={t('onADay')}
              min={daysFrom(date, 1)}
              defaultValue={daysFrom(date, 30)}
              className="min-w-0 grow basis-40"
            />
            <Button tone="quiet" name="until" value="date">
              {t('putOff')}
            </Button>
          </div>
        </InlineForm>
        <Link prefetch={false} href={`/people/${contactId}#plan`} className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
          {t('plan')}
        </Link>
        {card.cadence !== null && (
          <InlineForm action={skip} className="grid justify-items-start gap-2">
            <input type="hidden" name="contactId" value={contactId} />
            <SubmitButton tone="quiet" pending={t('sending')}>
              {t('skip')}
            </SubmitButton>
            <p className="text-small text-muted">{t('skipHint')}</p>
          </InlineForm>
        )}
        {card.prompts.map(({ followUpId, eventName, about }) => (
          <InlineForm key={followUpId} action={notNeeded} className="grid justify-items-start gap-2">
            <input type="hidden" name="followUpId" value={followUpId} />
            <SubmitButton tone="quiet" pending={t('sending')}>
              {t('notNeeded')}
            </SubmitButton>
            {card.prompts.length > 1 && (
              <p dir="auto" className="text-small text-muted">
                {eventName ?? about}
              </p>
            )}
          </InlineForm>
        ))}
      </div>
    </details>
  )
}
