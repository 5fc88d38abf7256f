import { DomainError } from '@/domain/errors'
import { isTimeZone, occurrences, type Occurrence } from '@/domain/recurrence/occurrences'
import { parseRule } from '@/domain/recurrence/rule'
import { MOST_TIMES, ruleFromForm, type RuleForm } from '@/domain/recurrence/rule-form'
import { textOf, type Locale } from '@/text/translator'
import { isLocalStart, readLength } from '../event/read-facts'
import { dayInWords } from './rule-in-words'

/** How many dates a series leaves out at most, and how many it adds. */
const MOST_EXCEPTIONS = 100

/** How often: chosen in the form, or an RFC 5545 rule of one's own. */
export type RuleChoice = RuleForm | { readonly frequency: 'custom'; readonly rrule: string }

/** When a series takes place. */
export interface Timing {
  readonly rule: RuleChoice
  /** Local wall time, `YYYY-MM-DDTHH:MM`. */
  readonly startsAtLocal: string
  readonly durationMinutes: number
  /** IANA name. */
  readonly timeZone: string
  /** Local days, `YYYY-MM-DD`, that the rule gives and on which there is nothing. */
  readonly skipDates?: readonly string[]
  /** Local starts, `YYYY-MM-DDTHH:MM`, beside those of the rule. */
  readonly extraDates?: readonly string[]
}

/** A timing as it is stored. */
export interface StoredTiming {
  readonly rrule: string
  readonly startsAtLocal: string
  readonly durationMinutes: number
  readonly timeZone: string
  readonly skipDates: string[]
  readonly extraDates: string[]
}

interface Reading {
  readonly now: Date
  readonly locale: Locale
}

/** The timing as it is stored. @throws DomainError BAD_INPUT with what to mend. */
export function readTiming(given: Timing, reading: Reading): StoredTiming {
  const t = textOf(reading.locale, 'series')
  const refuse = (message: string) => new DomainError('BAD_INPUT', message)
  const { startsAtLocal, timeZone } = given
  if (!isTimeZone(timeZone)) throw refuse(t('zoneUnknown'))
  if (!isLocalStart(startsAtLocal)) throw refuse(t('startMissing'))
  const durationMinutes = readLength(given.durationMinutes, reading.locale)
  const parsed = parseRule(ruleOf(given.rule, reading.locale))
  if (!parsed.ok) throw refuse(t(`problems.${parsed.reason}`))
  const timing = { rrule: parsed.rule.text, startsAtLocal, durationMinutes, timeZone }
  return {
    ...timing,
    skipDates: readSkipDates(timing, given.skipDates ?? [], reading.locale),
    extraDates: readExtraDates(timing, given.extraDates ?? [], reading),
  }
}

/** The rule of what was chosen. @throws DomainError BAD_INPUT where something was left open. */
function ruleOf(choice: RuleChoice, locale: Locale): string {
  if (choice.frequency === 'custom') return choice.rrule
  if (choice.frequency === 'once') return ruleFromForm(choice)
  const t = textOf(locale, 'series')
  const { end } = choice
  const isOpen = {
    weekdayMissing: 'weekdays' in choice && choice.weekdays.length === 0,
    positionMissing: 'positions' in choice && choice.positions.length === 0,
    untilWrong: end.kind === 'until' && !isLocalStart(`${end.date}T00:00`),
    timesWrong: end.kind === 'after' && !(Number.isInteger(end.times) && end.times >= 1 && end.times <= MOST_TIMES),
  }
  for (const key of ['weekdayMissing', 'positionMissing', 'untilWrong', 'timesWrong'] as const) {
    if (isOpen[key]) throw new DomainError('BAD_INPUT', t(key, { most: MOST_TIMES }))
  }
  return ruleFromForm(choice)
}

type PlainTiming = Omit<StoredTiming, 'skipDates' | 'extraDates'>

/** The local starts that a series gives on this local day, in order. */
export function startsOn(
  timing: PlainTiming & Partial<Pick<StoredTiming, 'skipDates' | 'extraDates'>>,
  day: string,
): string[] {
  // The zone does not matter to which days there are; on UTC's clock the day is easily entered.
  const from = new Date(`${day}T00:00:00Z`)
  const limit = 1 + (timing.extraDates?.filter((start) => start.startsWith(day)).length ?? 0)
  const found = occurrences({ ...timing, timeZone: 'UTC', from, limit })
  return found.map(({ recurrenceId }) => recurrenceId).filter((start) => start.startsWith(day))
}

/** @throws DomainError BAD_INPUT for more exceptions than a series may have. */
export function checkCounts(
  { skipDates, extraDates }: Pick<StoredTiming, 'skipDates' | 'extraDates'>,
  locale: Locale,
): void {
  const t = textOf(locale, 'series')
  const most = MOST_EXCEPTIONS
  if (skipDates.length > most) throw new DomainError('BAD_INPUT', t('tooManySkips', { most }))
  if (extraDates.length > most) throw new DomainError('BAD_INPUT', t('tooManyExtras', { most }))
}

/** Dates before the start leave nothing out and are forgotten; others have to be the rule's. */
function readSkipDates(timing: PlainTiming, dates: readonly string[], locale: Locale): string[] {
  const t = textOf(locale, 'series')
  const days = [...new Set(dates)].sort()
  checkCounts({ skipDates: days, extraDates: [] }, locale)
  if (!days.every((date) => isLocalStart(`${date}T00:00`))) throw new DomainError('BAD_INPUT', t('skipWrong'))
  const ahead = days.filter((date) => date >= timing.startsAtLocal.slice(0, 10))
  const wrong = ahead.find((date) => startsOn(timing, date).length === 0)
  if (wrong === undefined) return ahead
  throw new DomainError('BAD_INPUT', t('skipNoDate', { date: dayInWords(wrong, locale) }))
}

/** Extra dates in their order, each once. @throws DomainError BAD_INPUT for what is none or over. */
export function readExtraDates(timing: PlainTiming, dates: readonly string[], { now, locale }: Reading): string[] {
  const t = textOf(locale, 'series')
  const starts = [...new Set(dates)].sort()
  checkCounts({ skipDates: [], extraDates: starts }, locale)
  if (!starts.every(isLocalStart)) throw new DomainError('BAD_INPUT', t('extraWrong'))
  const past = starts.find((start) => !isAhead({ ...timing, extraDates: [start] }, now))
  if (past === undefined) return starts
  throw new DomainError('BAD_INPUT', t('extraPast', { date: dayInWords(past, locale) }))
}

/** Whether the one extra date of this timing, and nothing of its rule, is still to come or running. */
function isAhead(timing: PlainTiming & { readonly extraDates: readonly string[] }, now: Date): boolean {
  const never = { ...timing, rrule: 'FREQ=DAILY;COUNT=1', startsAtLocal: '1970-01-01T00:00' }
  const from = new Date(now.getTime() - timing.durationMinutes * 60_000)
  return occurrences({ ...never, from, limit: 1 }).some(({ endsAt }) => endsAt > now)
}

/**
 * The next dates of a timing, those that are running now included.
 * @throws DomainError BAD_INPUT when there is none.
 */
export function nextDates(
  timing: StoredTiming,
  given: { now: Date; limit: number; locale: Locale },
): readonly Occurrence[] {
  const from = new Date(given.now.getTime() - timing.durationMinutes * 60_000)
  // One that ended this very moment is over.
  const next = occurrences({ ...timing, from, limit: given.limit + 1 }).filter(({ endsAt }) => endsAt > given.now)
  if (next.length === 0) throw new DomainError('BAD_INPUT', textOf(given.locale, 'series')('noDate'))
  return next.slice(0, given.limit)
}
