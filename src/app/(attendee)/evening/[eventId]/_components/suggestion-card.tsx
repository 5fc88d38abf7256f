import { PersonCard } from '@/components/ui/person-card'
import { VisitNumber } from '@/components/ui/visit-number'
import { textOf, type Locale } from '@/text/translator'
import { block, propose, undo } from '../_actions'
import type { Room } from '../_lib/room'
import { QuietDetails } from './quiet-details'
import { SmallForm } from './small-form'

/** Somebody to meet: who, why, what to ask, and 'we met'. */
export function SuggestionCard({
  eventId,
  person,
  locale,
}: {
  readonly eventId: string
  readonly person: Room['suggestions'][number]
  readonly locale: Locale
}) {
  const t = textOf(locale, 'room')
  const m = textOf(locale, 'meeting')
  const { personId } = person
  const name = person.name || t('nameless')
  return (
    <PersonCard
      level={3}
      name={name}
      headline={person.headline}
      visit={<VisitNumber count={person.visitNumber} locale={locale} />}
      reasons={person.reasons}
      question={person.question}
      questionLabel={t('questionLabel')}
      actions={
        <>
          {person.metState === 'PROPOSED_BY_ME' ? (
            <div className="grid w-full justify-items-start gap-3">
              <p dir="auto" className="text-muted">
                {m('waiting', { name })}
              </p>
              {person.meetingId && (
                <SmallForm
                  action={undo}
                  fields={{ eventId, meetingId: person.meetingId }}
                  label={m('withdraw')}
                  pending={m('sending')}
                />
              )}
            </div>
          ) : (
            <SmallForm action={propose} fields={{ eventId, personId }} label={m('met')} pending={m('sending')} />
          )}
          <QuietDetails summary={t('more', { name })}>
            <SmallForm
              action={block}
              fields={{ eventId, personId }}
              tone="danger"
              label={t('block')}
              pending={t('blocking')}
              lead={t('blockLead', { name })}
            />
          </QuietDetails>
        </>
      }
    />
  )
}
