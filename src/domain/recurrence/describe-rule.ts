import { parseRule, WEEKDAYS, type Rule, type Weekday } from './rule'

/** Weekdays of a month, and which ones: 'first' to 'fifth', or 'last'; none: every one. */
export interface NumberedWeekday {
  readonly positions: readonly string[]
  readonly weekday: Weekday
}

/** How often, as a code of the catalogue's namespace `recurrence` with what is said there. */
export type Repetition =
  | { readonly code: 'once' | 'everyWorkday' }
  | { readonly code: 'everyDay' | 'everyWeek' | 'everyMonth' | 'everyYear'; readonly interval: number }
  | { readonly code: 'weekly'; readonly weekdays: readonly Weekday[]; readonly interval: number }
  | { readonly code: 'monthlyByWeekday'; readonly days: readonly NumberedWeekday[]; readonly interval: number }
  /** `days`: 1 to 31, and -1 for the last one, which comes last. */
  | { readonly code: 'monthlyByDay'; readonly days: readonly number[]; readonly interval: number }
  /** A rule with no short sentence, or one that `parseRule` refuses. */
  | { readonly code: 'custom' }

/** A rule as it can be put into one sentence. */
export interface RuleDescription {
  readonly repetition: Repetition
  /** The last local day, YYYY-MM-DD (of an UNTIL in UTC, its day there), or how many times; null: without end. */
  readonly end: { readonly until: string } | { readonly times: number } | null
}

const WORKDAYS = 'MO,TU,WE,TH,FR'
const POSITION_WORDS = new Map([
  [1, 'first'],
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  [5, 'fifth'],
  [-1, 'last'],
])
/** The parts that do not change how often it is. */
const SILENT = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST'])

const CUSTOM: Repetition = { code: 'custom' }

/** Describes an RRULE value; never throws. */
export function describeRule(rrule: string): RuleDescription {
  const parsed = parseRule(rrule)
  if (!parsed.ok) return { repetition: CUSTOM, end: null }
  const { rule } = parsed
  if (rule.count === 1) return { repetition: { code: 'once' }, end: null }
  return { repetition: repetitionOf(rule), end: endOf(rule) }
}

function endOf({ count, until }: Rule): RuleDescription['end'] {
  if (count !== null) return { times: count }
  return until === null ? null : { until: until.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3') }
}

function repetitionOf(rule: Rule): Repetition {
  const telling = [...rule.parts].filter((part) => !SILENT.has(part)).join()
  if (telling === '') return plain(rule)
  // Where the week begins matters to every second week of several days, and no short sentence says it.
  if (rule.parts.has('WKST') && rule.interval > 1 && rule.days.length > 1) return CUSTOM
  if (telling === 'BYDAY' && rule.frequency === 'WEEKLY') return weekly(rule)
  if (telling === 'BYDAY' && rule.frequency === 'MONTHLY') return monthly(rule)
  const isByDay = telling === 'BYMONTHDAY' && rule.frequency === 'MONTHLY'
  if (!isByDay || rule.monthDays.some((day) => day < -1)) return CUSTOM
  const days = [...new Set(rule.monthDays)].sort((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b))
  return { code: 'monthlyByDay', days, interval: rule.interval }
}

function plain({ frequency, interval }: Rule): Repetition {
  const codes = { DAILY: 'everyDay', WEEKLY: 'everyWeek', MONTHLY: 'everyMonth', YEARLY: 'everyYear' } as const
  return { code: codes[frequency], interval }
}

function weekly({ interval, days }: Rule): Repetition {
  const weekdays = WEEKDAYS.filter((weekday) => days.some((day) => day.weekday === weekday))
  if (interval === 1 && weekdays.length === WEEKDAYS.length) return { code: 'everyDay', interval }
  if (interval === 1 && weekdays.join() === WORKDAYS) return { code: 'everyWorkday' }
  return { code: 'weekly', weekdays, interval }
}

function monthly({ interval, days }: Rule): Repetition {
  const found: { positions: string[]; weekday: Weekday }[] = []
  for (const [position, word] of POSITION_WORDS) {
    for (const day of days.filter((one) => one.position === position)) {
      const same = found.find(({ weekday }) => weekday === day.weekday)
      if (same === undefined) found.push({ weekday: day.weekday, positions: [word] })
      else if (!same.positions.includes(word)) same.positions.push(word)
    }
  }
  const isSaid = days.every(({ position }) => position !== null && POSITION_WORDS.has(position))
  return isSaid ? { code: 'monthlyByWeekday', days: found, interval } : CUSTOM
}
