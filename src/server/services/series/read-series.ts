import { Temporal } from 'temporal-polyfill'
import { DomainError } from '@/domain/errors'
import { ruleFromForm, type RuleForm } from '@/domain/recurrence/describe-rule'
import { isTimeZone, occurrences, type Occurrence } from '@/domain/recurrence/occurrences'
import { parseRule } from '@/domain/recurrence/rule'
import { cleanLine } from '@/domain/text'
import { textOf, type Locale } from '@/text/translator'

const NAME_MAX = 120
const DESCRIPTION_MAX = 2000
const VENUE_NAME_MAX = 120
const VENUE_ADDRESS_MAX = 300
const SHORTEST = 5
const LONGEST = 7 * 24 * 60
/** The first years of series: other ones are slips of the finger. */
const YEARS = { first: 2000, last: 2100 }

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
}

/** All that an organizer says of a series. */
export interface SeriesForm extends Timing {
  readonly name: string
  readonly description: string
  readonly venueName: string
  readonly venueAddress: string
}

function isLocalStart(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return false
  try {
    const { year } = Temporal.PlainDateTime.from(text)
    return year >= YEARS.first && year <= YEARS.last
  } catch {
    return false
  }
}

/** The timing as it is stored. @throws DomainError BAD_INPUT with what to mend. */
export function readTiming(given: Timing, locale: Locale) {
  const t = textOf(locale, 'series')
  const refuse = (message: string) => new DomainError('BAD_INPUT', message)
  const { startsAtLocal, durationMinutes, timeZone } = given
  if (!isTimeZone(timeZone)) throw refuse(t('zoneUnknown'))
  if (!isLocalStart(startsAtLocal)) throw refuse(t('startMissing'))
  if (!Number.isInteger(durationMinutes) || durationMinutes < SHORTEST || durationMinutes > LONGEST) {
    throw refuse(t('durationWrong'))
  }
  const parsed = parseRule(given.rule.frequency === 'custom' ? given.rule.rrule : ruleFromForm(given.rule))
  if (!parsed.ok) throw refuse(t(`problems.${parsed.reason}`))
  return { rrule: parsed.rule.text, startsAtLocal, durationMinutes, timeZone }
}

/** The series as it is stored. @throws DomainError BAD_INPUT with what to mend. */
export function readSeries(given: SeriesForm, locale: Locale) {
  const t = textOf(locale, 'series')
  const name = cleanLine(given.name, NAME_MAX)
  if (!name) throw new DomainError('BAD_INPUT', t('nameMissing'))
  if (given.name.trim().length > NAME_MAX) throw new DomainError('BAD_INPUT', t('nameTooLong', { max: NAME_MAX }))
  const description = given.description.trim().replaceAll('\0', '')
  const tooLong =
    description.length > DESCRIPTION_MAX ||
    given.venueName.trim().length > VENUE_NAME_MAX ||
    given.venueAddress.trim().length > VENUE_ADDRESS_MAX
  if (tooLong) {
    const most = { description: DESCRIPTION_MAX, name: VENUE_NAME_MAX, address: VENUE_ADDRESS_MAX }
    throw new DomainError('BAD_INPUT', t('textTooLong', most))
  }
  return {
    name,
    description,
    venueName: cleanLine(given.venueName, VENUE_NAME_MAX),
    venueAddress: cleanLine(given.venueAddress, VENUE_ADDRESS_MAX),
    ...readTiming(given, locale),
  }
}

/**
 * The next dates of a timing, those that are running now included.
 * @throws DomainError BAD_INPUT when there is none.
 */
export function nextDates(
  timing: ReturnType<typeof readTiming>,
  given: { now: Date; limit: number; locale: Locale },
): readonly Occurrence[] {
  const from = new Date(given.now.getTime() - timing.durationMinutes * 60_000)
  // One that ended this very moment is over.
  const next = occurrences({ ...timing, from, limit: given.limit + 1 }).filter(({ endsAt }) => endsAt > given.now)
  if (next.length === 0) throw new DomainError('BAD_INPUT', textOf(given.locale, 'series')('noDate'))
  return next.slice(0, given.limit)
}
