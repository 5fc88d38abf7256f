import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { answer } from '../_actions'
import type { Room } from '../_lib/room'

/** 'Noor says you two met': yes or no. The no is told to nobody. */
export function Proposal({
  eventId,
  proposal,
  locale,
}: {
  readonly eventId: string
  readonly proposal: Room['proposals'][number]
  readonly locale: Locale
}) {
  const t = textOf(locale, 'room')
  const m = textOf(locale, 'meeting')
  return (
    <div className="arrives grid gap-4 border-l-4 border-accent bg-raised px-5 py-5">
      <p dir="auto" className="font-display text-question">
        {t('says', { name: proposal.name || t('nameless') })}
      </p>
      <InlineForm action={answer} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="meetingId" value={proposal.meetingId} />
        <SubmitButton name="answer" value="yes" tone="strong" pending={m('sending')}>
          {m('yes')}
        </SubmitButton>
        <SubmitButton name="answer" value="no" tone="quiet" pending={m('sending')}>
          {m('no')}
        </SubmitButton>
      </InlineForm>
    </div>
  )
}
