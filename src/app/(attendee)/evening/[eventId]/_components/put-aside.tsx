import { textOf, type Locale } from '@/text/translator'
import { bringBack } from '../_actions'
import type { Room } from '../_lib/room'
import { QuietDetails } from './quiet-details'
import { SmallForm } from './small-form'

/** Whom the viewer put aside for tonight, each with a way back. */
export function PutAside({
  eventId,
  people,
  locale,
}: {
  readonly eventId: string
  readonly people: Room['putAside']
  readonly locale: Locale
}) {
  const t = textOf(locale, 'room')
  if (people.length === 0) return null
  return (
    <QuietDetails summary={t('putAside', { count: people.length })}>
      {people.map(({ personId, name }) => (
        <SmallForm
          key={personId}
          action={bringBack}
          fields={{ eventId, personId }}
          label={t('bringBack', { name: name || t('nameless') })}
          pending={textOf(locale, 'meeting')('sending')}
        />
      ))}
    </QuietDetails>
  )
}
