import { textOf, type Locale } from '@/text/translator'
import { propose, undo } from '../_actions'
import type { Room } from '../_lib/room'
import { SmallForm } from './small-form'

/** 'We met'; for who has said so, that the other can say so too, and the way back. */
export function SaidTheyMet({
  eventId,
  person: { personId, name, metState, meetingId },
  main = false,
  locale,
}: {
  readonly eventId: string
  readonly person: Pick<Room['suggestions'][number], 'personId' | 'name' | 'metState' | 'meetingId'>
  /** Whether it is the main action of the screen. */
  readonly main?: boolean
  readonly locale: Locale
}) {
  const m = textOf(locale, 'meeting')
  if (metState !== 'PROPOSED_BY_ME') {
    return (
      <SmallForm
        action={propose}
        fields={{ eventId, personId }}
        label={m('met')}
        pending={m('sending')}
        tone={main ? 'primary' : 'quiet'}
        wide={main}
      />
    )
  }
  return (
    <div className="grid w-full justify-items-start gap-3">
      <p dir="auto" className="text-muted">
        {m('waiting', { name })}
      </p>
      {meetingId && <SmallForm action={undo} fields={{ eventId, meetingId }} label={m('withdraw')} pending={m('sending')} />}
    </div>
  )
}
