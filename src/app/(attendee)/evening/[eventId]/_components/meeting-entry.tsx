import Link from 'next/link'
import { InlineForm } from '@/components/ui/inline-form'
import { TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { block, saveNote, undo } from '../_actions'
import type { Room } from '../_lib/room'
import { QuietDetails } from './quiet-details'
import { SmallForm } from './small-form'

/** Somebody the viewer met, with the place for a private note. */
export function MeetingEntry({
  eventId,
  meeting,
  undoable,
  locale,
}: {
  readonly eventId: string
  readonly meeting: Room['meetings'][number]
  readonly undoable: boolean
  readonly locale: Locale
}) {
  const t = textOf(locale, 'room')
  const m = textOf(locale, 'meeting')
  const { meetingId, personId } = meeting
  const name = meeting.name || t('nameless')
  return (
    <article id={meetingId} className="grid gap-4 border-t border-line pt-5">
      <h3 dir="auto" className="text-heading">
        {name}
      </h3>
      <InlineForm action={saveNote} className="grid justify-items-start gap-3">
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="meetingId" value={meetingId} />
        <TextArea
          id={`note-${meetingId}`}
          name="note"
          className="w-full"
          label={t('noteLabel')}
          defaultValue={meeting.note}
          maxLength={2000}
          rows={2}
          autoComplete="off"
        />
        <SubmitButton tone="quiet" pending={t('saving')}>
          {t('saveNote')}
        </SubmitButton>
      </InlineForm>
      {meeting.contactId !== null && (
        <Link
          prefetch={false}
          href={`/people/${meeting.contactId}#share`}
          className="inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start text-small text-muted underline decoration-1 underline-offset-4"
        >
          {textOf(locale, 'people')('share.fromEvening')}
          <span className="sr-only">: {name}</span>
        </Link>
      )}
      <QuietDetails summary={t('more', { name })}>
        {undoable && (
          <SmallForm
            action={undo}
            fields={{ eventId, meetingId }}
            label={m('undoConfirm')}
            pending={m('sending')}
            lead={m('undoLead')}
          />
        )}
        <SmallForm
          action={block}
          fields={{ eventId, personId }}
          tone="danger"
          label={t('block')}
          pending={t('blocking')}
          lead={t('blockLead', { name })}
        />
      </QuietDetails>
    </article>
  )
}
