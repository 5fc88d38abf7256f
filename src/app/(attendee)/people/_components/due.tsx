import { distanceBetween } from '@/domain/follow-up/distance'
import { dayInWords, distanceInWords } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'

/** When somebody is next to be heard of, in a line of the list. */
export function Due({
  dueOn,
  today,
  locale,
}: {
  readonly dueOn: string | null
  readonly today: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  if (dueOn === null) return <span className="text-muted">{t('noReminders')}</span>
  const distance = distanceInWords(locale, distanceBetween(today, dueOn))
  const due = dueOn <= today
  return (
    <time dateTime={dueOn} title={dayInWords(locale, dueOn, today)} className={due ? 'font-semibold text-accent' : 'text-muted'}>
      {dueOn === today ? t('dueToday') : due ? t('dueSince', { distance }) : t('dueIn', { distance })}
    </time>
  )
}
