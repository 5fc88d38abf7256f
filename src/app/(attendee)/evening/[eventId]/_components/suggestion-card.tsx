import Link from 'next/link'
import { PersonCard } from '@/components/ui/person-card'
import { VisitNumber } from '@/components/ui/visit-number'
import { textOf, type Locale } from '@/text/translator'
import type { Room } from '../_lib/room'
import { SaidTheyMet } from './said-they-met'

/** Somebody to meet: who, why, what to ask, 'we met', and the way to all that they show of themself. */
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
          <SaidTheyMet eventId={eventId} person={{ ...person, name }} locale={locale} />
          {/* Fetched when it is tapped and not before: that it was opened is written down. */}
          <Link
            prefetch={false}
            href={`/evening/${eventId}/people/${person.personId}`}
            aria-label={t('moreAbout', { name })}
            className="link inline-flex min-h-[max(2.75rem,44px)] min-w-11 items-center px-1"
          >
            {t('moreWord')}
          </Link>
          {person.kept && (
            <p dir="auto" className="w-full text-small text-muted">
              {t('kept', { name })}
            </p>
          )}
        </>
      }
    />
  )
}
