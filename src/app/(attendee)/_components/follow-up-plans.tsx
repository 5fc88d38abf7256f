import Link from 'next/link'
import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { daysFrom } from '@/domain/follow-up/local-days'
import { randomText } from '@/server/lib/tokens'
import { dayInWords } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { dropPlan, planFollowUp } from '../_lib/plan-actions'

/** What the reader plans with a contact of theirs: 'if it is Thursday 9:00, I write to her'. */
export async function FollowUpPlans({ contactId, locale }: { readonly contactId: string; readonly locale: Locale }) {
  const t = textOf(locale, 'plan')
  const { viewer } = await reader()
  const caller = await api()
  const { date, planned } = await caller.followUp.planned({ contactId })
  const without = typeof viewer?.email === 'string' && (await caller.calendar.address()).address === null
  return (
    <>
      <p className="max-w-measure text-muted">{t('lead')}</p>
      {planned.length > 0 && (
        <ul className="grid gap-3">
          {planned.map(({ followUpId, dueOn, time, about }) => (
            <li key={followUpId}>
              <InlineForm action={dropPlan} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
                <input type="hidden" name="followUpId" value={followUpId} />
                <span className="min-w-0">
                  <span className="font-semibold">{t('at', { day: dayInWords(locale, dueOn, date), time: time ?? 'none' })}</span>
                  {about !== '' && <span className="block"><bdi>{about}</bdi></span>}
                </span>
                <SubmitButton tone="quiet" pending={t('sending')}>
                  {t('notNeeded')}
                </SubmitButton>
              </InlineForm>
            </li>
          ))}
        </ul>
      )}
      <InlineForm action={planFollowUp} className="grid gap-4">
        <input type="hidden" name="contactId" value={contactId} />
        <input type="hidden" name="nonce" value={randomText(24)} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field id="plan-day" name="dueOn" type="date" label={t('day')} min={date} defaultValue={daysFrom(date, 1)} required />
          <Field id="plan-time" name="dueTime" type="time" label={t('time')} defaultValue="" />
        </div>
        <Field id="plan-about" name="about" label={t('about')} maxLength={200} autoComplete="off" />
        <div>
          <SubmitButton tone="quiet" pending={t('sending')}>
            {t('plan')}
          </SubmitButton>
        </div>
      </InlineForm>
      {without && (
        <Link prefetch={false} href="/profile#calendar" className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start text-small">
          {t('makeCalendar')}
        </Link>
      )}
    </>
  )
}
