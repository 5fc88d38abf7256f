import { parseRule, WEEKDAYS, type Rule, type Weekday } from './rule'

/** Which one of the month, -1 the last: what the form offers. */
export const POSITIONS = [1, 2, 3, 4, -1] as const
export type Position = (typeof POSITIONS)[number]

/** How far apart the form offers weeks or months, at most. */
export const MOST_APART = 12
/** How many times the form lets a series repeat, at most. */
export const MOST_TIMES = 999

/** Until when a rule goes on; `date` is the last local day, YYYY-MM-DD. */
export type RuleEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'until'; readonly date: string }
  | { readonly kind: 'after'; readonly times: number }

interface Repeating {
  /** Every week or month: 1; every second: 2; to {@link MOST_APART}. */
  readonly interval: number
  readonly end: RuleEnd
}

/** What an organizer chooses in the form. */
export type RuleForm =
  | { readonly frequency: 'once' }
  | ({ readonly frequency: 'weekly'; readonly weekdays: readonly Weekday[] } & Repeating)
  | ({
      readonly frequency: 'monthlyByWeekday'
      readonly weekdays: readonly Weekday[]
      readonly positions: readonly Position[]
    } & Repeating)
  /** `day`: 1 to 31, -1 the last one; a month without that day is left out. */
  | ({ readonly frequency: 'monthlyByDay'; readonly day: number } & Repeating)

/** The RRULE value of what was chosen in the form. Where no weekday is chosen it is BYDAY with nothing, which no rule is. */
export function ruleFromForm(form: RuleForm): string {
  switch (form.frequency) {
    case 'once':
      return 'FREQ=DAILY;COUNT=1'
    case 'weekly':
      return repeating('WEEKLY', form, `BYDAY=${inOrder(form.weekdays).join()}`)
    case 'monthlyByWeekday': {
      const positions = POSITIONS.filter((position) => form.positions.includes(position))
      const days = positions.flatMap((position) => inOrder(form.weekdays).map((weekday) => `${String(position)}${weekday}`))
      return repeating('MONTHLY', form, `BYDAY=${days.join()}`)
    }
    case 'monthlyByDay':
      return repeating('MONTHLY', form, `BYMONTHDAY=${String(form.day)}`)
  }
}

function repeating(frequency: 'WEEKLY' | 'MONTHLY', { interval, end }: Repeating, on: string): string {
  const parts = [`FREQ=${frequency}`, ...(interval === 1 ? [] : [`INTERVAL=${String(interval)}`]), on]
  if (end.kind === 'until') parts.push(`UNTIL=${end.date.replaceAll('-', '')}`)
  if (end.kind === 'after') parts.push(`COUNT=${String(end.times)}`)
  return parts.join(';')
}

function inOrder(weekdays: readonly Weekday[]): Weekday[] {
  return WEEKDAYS.filter((weekday) => weekdays.includes(weekday))
}

/**
 * What was chosen in the form to get this rule, or null where the form has no words for it: the other
 * direction of {@link ruleFromForm}, save that the order and repetition of days are lost.
 */
export function formFromRule(rrule: string): RuleForm | null {
  const parsed = parseRule(rrule)
  if (!parsed.ok) return null
  const { rule } = parsed
  if (rule.text === ruleFromForm({ frequency: 'once' })) return { frequency: 'once' }
  const { interval } = rule
  const end = endOf(rule)
  if (end === null || interval > MOST_APART) return null
  const telling = [...rule.parts].filter((part) => !['FREQ', 'INTERVAL', 'COUNT', 'UNTIL'].includes(part)).join()
  if (telling === 'BYDAY' && rule.frequency === 'WEEKLY') {
    return { frequency: 'weekly', weekdays: inOrder(rule.days.map(({ weekday }) => weekday)), interval, end }
  }
  if (telling === 'BYDAY' && rule.frequency === 'MONTHLY') return byWeekday(rule, { interval, end })
  const [day, ...others] = rule.monthDays
  const isOneDay = telling === 'BYMONTHDAY' && rule.frequency === 'MONTHLY' && others.length === 0
  if (!isOneDay || day === undefined || day < -1) return null
  return { frequency: 'monthlyByDay', day, interval, end }
}

function endOf({ count, until }: Rule): RuleEnd | null {
  if (count !== null) return count <= MOST_TIMES ? { kind: 'after', times: count } : null
  if (until === null) return { kind: 'never' }
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(until) ?? []
  return year && month && day ? { kind: 'until', date: `${year}-${month}-${day}` } : null
}

/** The form says 'first and third' of all its weekdays alike, so only such a rule is one of the form's. */
function byWeekday(rule: Rule, repeats: Repeating): RuleForm | null {
  const weekdays = inOrder(rule.days.map(({ weekday }) => weekday))
  const positions = POSITIONS.filter((position) => rule.days.some((day) => day.position === position))
  const given = new Set(rule.days.map(({ position, weekday }) => `${String(position)}${weekday}`))
  const all = positions.flatMap((position) => weekdays.map((weekday) => `${String(position)}${weekday}`))
  if (all.length !== given.size || !all.every((day) => given.has(day))) return null
  return { frequency: 'monthlyByWeekday', weekdays, positions, ...repeats }
}
