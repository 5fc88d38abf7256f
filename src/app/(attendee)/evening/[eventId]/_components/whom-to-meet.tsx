import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import type { Room } from '../_lib/room'
import { PutAside } from './put-aside'
import { SuggestionCard } from './suggestion-card'

interface Props {
  readonly eventId: string
  readonly room: Room
  readonly locale: Locale
}

/** 'You should meet': the cards, or why there are none. */
export function WhomToMeet(props: Props) {
  // The part that follows has its own hairline above.
  return (
    <div className="grid gap-4 *:last:border-b-0 *:last:pb-0">
      <Cards {...props} />
      <PutAside eventId={props.eventId} people={props.room.putAside} locale={props.locale} />
    </div>
  )
}

function Cards({ eventId, room, locale }: Props) {
  const t = textOf(locale, 'room')
  if (room.state === 'OVER') return <EmptyState title={t('over')}>{t(room.mayMeet ? 'overOpen' : 'overText')}</EmptyState>
  if (room.state === 'HIDDEN') {
    return (
      <EmptyState
        title={t('hiddenTitle')}
        action={
          <ButtonLink tone="quiet" href="/profile">
            {t('hiddenAction')}
          </ButtonLink>
        }
      >
        {t('hiddenText')}
      </EmptyState>
    )
  }
  if (room.suggestions.length === 0) {
    return room.present < 2 ? (
      <EmptyState title={t('aloneTitle')}>{t('aloneText')}</EmptyState>
    ) : (
      <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
    )
  }
  return (
    <Section id="should-meet" title={t('shouldMeet')} lead={t('shouldMeetLead')}>
      <ol className="grid gap-6">
        {room.suggestions.map((person) => (
          <li key={person.personId} className={person.fresh ? 'arrives' : undefined}>
            <SuggestionCard eventId={eventId} person={person} locale={locale} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
