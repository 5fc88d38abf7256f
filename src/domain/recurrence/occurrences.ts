import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { parseRule } from './rule'

export interface OccurrencesInput {
  /** An RFC 5545 RRULE value that `parseRule` accepts. */
  readonly rrule: string
  /** The series' first start on the local clock, YYYY-MM-DDTHH:MM. */
  readonly startsAtLocal: string
  /** An IANA zone. */
  readonly timeZone: string
  /** How long each occurrence lasts, in minutes of elapsed time. */
  readonly durationMinutes: number
  /** Only occurrences that start at this moment or later. */
  readonly from: Date
  /** How many at most. */
  readonly limit: number
}

export interface Occurrence {
  /** The local start that the rule gives, YYYY-MM-DDTHH:MM: RFC 5545's RECURRENCE-ID, which stays when the event is moved. */
  readonly recurrenceId: string
  readonly startsAt: Date
  readonly endsAt: Date
}

/**
 * The occurrences of a series, in order. The rule is worked out on the local clock and each start is
 * then placed in the zone: a start that the clock skips moves forward by what is skipped (02:30
 * becomes 03:30), of one that comes twice the first is taken. The start itself is an occurrence only
 * when the rule gives it. UNTIL is inclusive: a date is that whole local day, a time ending in Z is
 * UTC, any other is local. Gives fewer than `limit` when the series ends. Does not depend on the
 * time zone of the process.
 *
 * @throws RangeError for a rule that `parseRule` refuses, an unknown zone or a start in another form
 */
export function occurrences(input: OccurrencesInput): Occurrence[] {
  const parsed = parseRule(input.rrule)
  if (!parsed.ok) throw new RangeError(`Not a usable recurrence rule (${parsed.reason}): ${input.rrule}`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(input.startsAtLocal)) {
    throw new RangeError(`Not a local start: ${input.startsAtLocal}`)
  }
  // The library skips starts that daylight saving skips; on UTC's clock there are none.
  const dtstart = Temporal.PlainDateTime.from(input.startsAtLocal).toZonedDateTime('UTC')
  const rule = new RRuleTemporal({ rruleString: parsed.rule.withoutUntil, dtstart })
  const from = input.from.getTime()
  const isOver = untilTest(parsed.rule.until)

  // A day earlier on the local clock: a start may be moved forward from before `from` to after it.
  const searchFrom = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(input.timeZone)
    .toPlainDateTime()
    .subtract({ days: 1 })
    .toZonedDateTime('UTC')
  const found: Occurrence[] = []
  let next = nextOf(rule, searchFrom, true)
  while (next !== null && found.length < input.limit) {
    const local = next.toPlainDateTime()
    const start = local.toZonedDateTime(input.timeZone, { disambiguation: 'compatible' })
    if (isOver(local, start)) break
    if (start.epochMilliseconds >= from) {
      found.push({
        recurrenceId: local.toString({ smallestUnit: 'minute' }),
        startsAt: new Date(start.epochMilliseconds),
        endsAt: new Date(start.epochMilliseconds + input.durationMinutes * 60_000),
      })
    }
    next = nextOf(rule, next, false)
  }
  return found
}

/** Whether the text names a zone of the IANA database (or UTC); offsets such as +01:00 are no zones. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

function nextOf(rule: RRuleTemporal, after: Temporal.ZonedDateTime, isInclusive: boolean): Temporal.ZonedDateTime | null {
  const next = rule.next(after, isInclusive)
  return next === null ? null : Temporal.ZonedDateTime.from(next.toString())
}

/** Tells of an occurrence whether it comes after the rule's UNTIL. */
function untilTest(until: string | null): (local: Temporal.PlainDateTime, start: Temporal.ZonedDateTime) => boolean {
  if (until === null) return () => false
  if (until.endsWith('Z')) {
    const last = Temporal.Instant.from(until).epochMilliseconds
    return (_, start) => start.epochMilliseconds > last
  }
  if (until.includes('T')) {
    const last = Temporal.PlainDateTime.from(until)
    return (local) => Temporal.PlainDateTime.compare(local, last) > 0
  }
  const last = Temporal.PlainDate.from(until)
  return (local) => Temporal.PlainDate.compare(local.toPlainDate(), last) > 0
}
