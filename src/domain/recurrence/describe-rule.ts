import { parseRule, WEEKDAYS, type Rule, type Weekday } from './rule'

/** What an organizer chooses in the form. */
export type RuleForm =
  | { readonly frequency: 'once' }
  | { readonly frequency: 'weekly'; readonly weekday: Weekday }
  | { readonly frequency: 'everyTwoWeeks'; readonly weekday: Weekday }
  /** `position`: which one of the month; 'last' is the fourth or fifth. */
  | { readonly frequency: 'monthlyByWeekday'; readonly weekday: Weekday; readonly position: 1 | 2 | 3 | 4 | 'last' }

/** The RRULE value of what was chosen in the form. */
export function ruleFromForm(form: RuleForm): string {
  switch (form.frequency) {
    case 'once':
      return 'FREQ=DAILY;COUNT=1'
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${form.weekday}`
    case 'everyTwoWeeks':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${form.weekday}`
    case 'monthlyByWeekday':
      return `FREQ=MONTHLY;BYDAY=${form.position === 'last' ? '-1' : String(form.position)}${form.weekday}`
  }
}

/**
 * A rule in words, as a code with parameters; the catalogue's namespace `recurrence` has the
 * sentences. How long the rule goes on is left out.
 */
export type RuleDescription =
  | { readonly code: 'once'; readonly params: Record<string, never> }
  | { readonly code: 'everyDay' | 'everyWeek' | 'everyMonth' | 'everyYear'; readonly params: { readonly interval: number } }
  | { readonly code: 'everyWorkday'; readonly params: Record<string, never> }
  | { readonly code: 'weekly'; readonly params: { readonly weekday: Weekday; readonly interval: number } }
  | {
      readonly code: 'weeklyOnTwoDays'
      readonly params: { readonly weekday: Weekday; readonly second: Weekday; readonly interval: number }
    }
  | { readonly code: 'weeklyOnDays'; readonly params: { readonly count: number; readonly interval: number } }
  /** `position` is 'first' to 'fifth', or 'last'. */
  | {
      readonly code: 'monthlyByWeekday'
      readonly params: { readonly position: string; readonly weekday: Weekday; readonly interval: number }
    }
  | { readonly code: 'monthlyByDay'; readonly params: { readonly day: number; readonly interval: number } }
  /** A rule with no short sentence, or one that `parseRule` refuses. */
  | { readonly code: 'custom'; readonly params: Record<string, never> }

const WORKDAYS = 'MO,TU,WE,TH,FR'
const POSITIONS = new Map([
  [1, 'first'],
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  [5, 'fifth'],
  [-1, 'last'],
])
/** The parts that do not change what the sentence says. */
const SILENT = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST'])

const CUSTOM: RuleDescription = { code: 'custom', params: {} }

/** Describes an RRULE value; never throws. */
export function describeRule(rrule: string): RuleDescription {
  const parsed = parseRule(rrule)
  if (!parsed.ok) return CUSTOM
  const { rule } = parsed
  if (rule.count === 1) return { code: 'once', params: {} }
  const telling = [...rule.parts].filter((part) => !SILENT.has(part)).join()
  if (telling === '') return plain(rule)
  if (telling === 'BYDAY') return byDay(rule)
  const day = /(?:^|;)BYMONTHDAY=([1-9]\d?)(?:;|$)/.exec(rule.text)?.[1]
  if (telling === 'BYMONTHDAY' && rule.frequency === 'MONTHLY' && day !== undefined) {
    return { code: 'monthlyByDay', params: { day: Number(day), interval: rule.interval } }
  }
  return CUSTOM
}

function plain({ frequency, interval }: Rule): RuleDescription {
  const codes = { DAILY: 'everyDay', WEEKLY: 'everyWeek', MONTHLY: 'everyMonth', YEARLY: 'everyYear' } as const
  return { code: codes[frequency], params: { interval } }
}

function byDay({ frequency, interval, days }: Rule): RuleDescription {
  const [first, ...others] = days
  if (first === undefined) return CUSTOM
  const position = POSITIONS.get(first.position ?? 0)
  if (frequency === 'MONTHLY' && position !== undefined && others.length === 0) {
    return { code: 'monthlyByWeekday', params: { position, weekday: first.weekday, interval } }
  }
  if (frequency !== 'WEEKLY') return CUSTOM
  const weekdays = WEEKDAYS.filter((weekday) => days.some((day) => day.weekday === weekday))
  const [weekday = first.weekday, second] = weekdays
  if (second === undefined) return { code: 'weekly', params: { weekday, interval } }
  if (weekdays.length === 2) return { code: 'weeklyOnTwoDays', params: { weekday, second, interval } }
  if (weekdays.join() === WORKDAYS && interval === 1) return { code: 'everyWorkday', params: {} }
  return { code: 'weeklyOnDays', params: { count: weekdays.length, interval } }
}
