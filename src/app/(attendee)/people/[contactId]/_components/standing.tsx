import { distanceBetween } from '@/domain/follow-up/distance'
import { dayInWords, distanceInWords } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'
import type { ShownContact } from '../_lib/shown-contact'

/** Why it is this cadence: 'as the group Mentors'. */
function because({ standing, groups }: ShownContact, locale: Locale): string {
  const t = textOf(locale, 'people')
  switch (standing.source) {
    case 'OWN':
      return t('because.OWN')
    case 'GROUP':
      return t('because.GROUP', { group: groups.find(({ cadence }) => cadence === standing.cadence)?.name ?? '' })
    case 'IMPORT':
      return t('because.IMPORT')
    case 'SETTINGS':
      return t('because.SETTINGS')
  }
}

/** When they are next due, and why then. */
export function StandingLine({ contact, locale }: { readonly contact: ShownContact; readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  const { standing, today } = contact
  const why = t('cadenceLine', { cadence: t(`cadence.${standing.cadence}`), because: because(contact, locale) })
  if (standing.dueOn === null) return <p>{why}</p>
  const distance = distanceInWords(locale, distanceBetween(today, standing.dueOn))
  const words = { distance, day: dayInWords(locale, standing.dueOn, today) }
  return (
    <p>
      <span className={standing.dueOn <= today ? 'font-semibold text-accent' : 'font-semibold'}>
        {standing.dueOn <= today ? t('dueLine.since', words) : t('dueLine.in', words)}
      </span>{' '}
      <span className="text-muted">{why}</span>
    </p>
  )
}
