import { describeRule, type NumberedWeekday, type Repetition } from '@/domain/recurrence/describe-rule'
import { textOf, type Locale } from '@/text/translator'

/** More dates than this are counted, not listed. */
const MOST_LISTED = 3

/** What a series leaves out and adds, as `occurrences` takes it. */
interface Exceptions {
  readonly skipDates?: readonly string[]
  readonly extraDates?: readonly string[]
}

/** A local day, `YYYY-MM-DD` or the beginning of a longer text, as a person says it: 24 December 2026, in their order. */
export function dayInWords(date: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return format.format(new Date(`${date.slice(0, 10)}T00:00:00Z`))
}

/**
 * A recurrence rule as a person says it: every Thursday until 30 June 2027, except 24 December 2026. What a
 * series leaves out and adds is said where it is given, up to three dates by name.
 */
export function ruleInWords(rrule: string, locale: Locale, { skipDates = [], extraDates = [] }: Exceptions = {}): string {
  const t = textOf(locale, 'recurrence')
  const { repetition, end } = describeRule(rrule)
  let rule = repetitionInWords(repetition, locale)
  if (end !== null) {
    rule = 'times' in end ? t('times', { rule, times: end.times }) : t('until', { rule, date: dayInWords(end.until, locale) })
  }
  if (skipDates.length > 0) rule = t('except', { rule, ...dates(skipDates, locale) })
  if (extraDates.length > 0) rule = t('also', { rule, ...dates(extraDates, locale) })
  return rule
}

/** How many, and their names where they are few. */
function dates(days: readonly string[], locale: Locale): { count: number; listed: string; dates: string } {
  const names = days.length > MOST_LISTED ? [] : [...days].sort().map((day) => dayInWords(day, locale))
  return { count: days.length, listed: names.length > 0 ? 'yes' : 'no', dates: inList(names, locale) }
}

function inList(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

function repetitionInWords(repetition: Repetition, locale: Locale): string {
  const t = textOf(locale, 'recurrence')
  switch (repetition.code) {
    case 'once':
    case 'everyWorkday':
    case 'custom':
      return t(repetition.code)
    case 'everyDay':
    case 'everyWeek':
    case 'everyMonth':
    case 'everyYear':
      return t(repetition.code, { interval: repetition.interval })
    case 'weekly': {
      const { weekdays, interval } = repetition
      const days = inList(weekdays.map((weekday) => t(`weekdays.${weekday}`)), locale)
      return t('weekly', { interval, days, count: weekdays.length })
    }
    case 'monthlyByWeekday': {
      const days = inList(repetition.days.map((day) => numbered(day, locale)), locale)
      return t('monthly', { days, interval: repetition.interval })
    }
    case 'monthlyByDay': {
      const days = repetition.days.map((day) => (day < 0 ? t('lastDay') : t('dayOfMonth', { day })))
      return t('monthly', { days: inList(days, locale), interval: repetition.interval })
    }
  }
}

function numbered({ positions, weekday }: NumberedWeekday, locale: Locale): string {
  const t = textOf(locale, 'recurrence')
  const which = positions.map((position) => t('position', { position }))
  return t('numbered', { positions: inList(which, locale), weekday: t(`weekdays.${weekday}`) })
}
