import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** The longest RRULE that is read, in characters. */
export const RULE_MAX_LENGTH = 500

/** A weekday, and which one of the month or year: 1 the first, -1 the last, null every. */
export interface RuleDay {
  readonly weekday: Weekday
  readonly position: number | null
}

/** A recurrence rule that was read. */
export interface Rule {
  /** The rule in upper case, without 'RRULE:' and spaces around. */
  readonly text: string
  /** {@link Rule.text} without UNTIL, which is a moment in time, whereas the rest is on the local clock. */
  readonly withoutUntil: string
  readonly frequency: Frequency
  /** From 1. */
  readonly interval: number
  readonly count: number | null
  /** As written: YYYYMMDD, YYYYMMDDTHHMMSS or YYYYMMDDTHHMMSSZ. */
  readonly until: string | null
  readonly days: readonly RuleDay[]
  /** BYMONTHDAY: 1 to 31, -1 the last day; empty where the rule names none. */
  readonly monthDays: readonly number[]
  /** The names of the parts that are there, such as BYMONTH. */
  readonly parts: ReadonlySet<string>
}

export type RuleProblem =
  | 'empty'
  | 'tooLong'
  | 'malformed'
  | 'unknownPart'
  | 'repeatedPart'
  | 'unsupportedFrequency'
  | 'timeOfDay'
  | 'badValue'
  | 'countAndUntil'
  | 'numberedMonthDay'
  | 'neverOccurs'

export type ParsedRule =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly reason: RuleProblem }

const DAY = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/

/** A test for a list of integers, negative ones included, from 1 to `most` away from 0. */
function integers(most: number, sign: 'positive' | 'either'): (value: string) => boolean {
  return (value) =>
    value.split(',').every((part) => {
      const number = /^[+-]?\d{1,3}$/.test(part) ? Number(part) : 0
      return number !== 0 && Math.abs(number) <= most && (sign === 'either' || number > 0)
    })
}

/** What each part may hold (RFC 5545, 3.3.10). The time of day is the start's, so BYHOUR and below are not read. */
const PARTS: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => /^[A-Z]+$/.test(value),
  INTERVAL: (value) => /^\d{1,4}$/.test(value) && Number(value) >= 1,
  COUNT: (value) => /^\d{1,4}$/.test(value) && Number(value) >= 1,
  UNTIL: isUntil,
  BYDAY: (value) => value.split(',').every((day) => isDay(day)),
  BYMONTHDAY: integers(31, 'either'),
  BYYEARDAY: integers(366, 'either'),
  BYWEEKNO: integers(53, 'either'),
  BYMONTH: integers(12, 'positive'),
  BYSETPOS: integers(366, 'either'),
  WKST: (value) => (WEEKDAYS as readonly string[]).includes(value),
}

const TIME_PARTS = new Set(['BYHOUR', 'BYMINUTE', 'BYSECOND'])

/**
 * Reads an RFC 5545 RRULE value, with or without 'RRULE:' before it, in either case. Rules that
 * repeat within a day, that set a time of day (the series' start does), that have no occurrence at
 * all, or that number weekdays of the year beside days of the month are refused with the reason.
 */
export function parseRule(text: string): ParsedRule {
  if (text.length > RULE_MAX_LENGTH) return refused('tooLong')
  const plain = text.trim().toUpperCase().replace(/^RRULE:/, '')
  if (plain === '') return refused('empty')

  const parts = new Map<string, string>()
  for (const part of plain.split(';')) {
    const [name = '', value, ...rest] = part.split('=')
    if (value === undefined || value === '' || rest.length > 0) return refused('malformed')
    if (TIME_PARTS.has(name)) return refused('timeOfDay')
    const isValid = PARTS[name]
    if (isValid === undefined) return refused('unknownPart')
    if (parts.has(name)) return refused('repeatedPart')
    if (!isValid(value)) return refused('badValue')
    parts.set(name, value)
  }
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'))
  if (frequency === undefined) return refused(parts.has('FREQ') ? 'unsupportedFrequency' : 'malformed')
  if (parts.has('COUNT') && parts.has('UNTIL')) return refused('countAndUntil')
  const days = daysOf(parts.get('BYDAY'))
  if (!partsGoTogether(frequency, parts, days)) return refused('badValue')
  // The library would overlook BYMONTHDAY here, which by RFC 5545 leaves only those of the weekdays that fall on it.
  const isNumbered = days.some(({ position }) => position !== null)
  if (frequency === 'YEARLY' && isNumbered && parts.has('BYMONTHDAY')) return refused('numberedMonthDay')

  const withoutUntil = joined([...parts].filter(([name]) => name !== 'UNTIL'))
  // Which of its months and years an interval meets depends on the start.
  if (!everOccurs(joined([...parts].filter(([name]) => name !== 'UNTIL' && name !== 'INTERVAL')))) return refused('neverOccurs')
  const count = parts.get('COUNT')
  const rule = {
    text: joined([...parts]),
    withoutUntil,
    frequency,
    interval: Number(parts.get('INTERVAL') ?? '1'),
    count: count === undefined ? null : Number(count),
    until: parts.get('UNTIL') ?? null,
    days,
    monthDays: parts.get('BYMONTHDAY')?.split(',').map(Number) ?? [],
    parts: new Set(parts.keys()),
  }
  return { ok: true, rule }
}

function refused(reason: RuleProblem): ParsedRule {
  return { ok: false, reason }
}

function joined(parts: readonly (readonly [string, string])[]): string {
  return parts.map(([name, value]) => `${name}=${value}`).join(';')
}

function isDay(text: string): boolean {
  const match = DAY.exec(text)
  if (match === null) return false
  const position = Number(match[1] ?? '1')
  return position !== 0 && Math.abs(position) <= 53
}

function daysOf(value: string | undefined): RuleDay[] {
  return (value?.split(',') ?? []).flatMap((text) => {
    const [, position, name] = DAY.exec(text) ?? []
    const weekday = WEEKDAYS.find((one) => one === name)
    return weekday === undefined ? [] : [{ weekday, position: position === undefined ? null : Number(position) }]
  })
}

function isUntil(value: string): boolean {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?$/.exec(value)
  if (match === null) return false
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match
  try {
    Temporal.PlainDateTime.from(
      {
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: Number(hour),
        minute: Number(minute),
        second: Number(second),
      },
      { overflow: 'reject' },
    )
    return true
  } catch {
    return false
  }
}

/** RFC 5545's table of which part goes with which frequency, as far as the frequencies are read here. */
function partsGoTogether(frequency: Frequency, parts: ReadonlyMap<string, string>, days: readonly RuleDay[]): boolean {
  const isNumbered = days.some(({ position }) => position !== null)
  if (isNumbered && (frequency === 'DAILY' || frequency === 'WEEKLY' || parts.has('BYWEEKNO'))) return false
  if (parts.has('BYWEEKNO') && frequency !== 'YEARLY') return false
  if (parts.has('BYYEARDAY') && frequency !== 'YEARLY') return false
  if (parts.has('BYMONTHDAY') && frequency === 'WEEKLY') return false
  return !parts.has('BYSETPOS') || [...parts.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS')
}

/** A leap year's first day: a rule that has no occurrence from there on has none at all. */
const REFERENCE_START = Temporal.ZonedDateTime.from('2000-01-01T00:00[UTC]')

function everOccurs(rruleString: string): boolean {
  try {
    return new RRuleTemporal({ rruleString, dtstart: REFERENCE_START }).next(REFERENCE_START, true) !== null
  } catch {
    // The library gives up after a bounded search.
    return false
  }
}
