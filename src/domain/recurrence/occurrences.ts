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
  /** Local dates, YYYY-MM-DD, on which what the rule gives is left out (EXDATE, by the day); none unless given. */
  readonly skipDates?: readonly string[]
  /** Local starts, YYYY-MM-DDTHH:MM, beside those of the rule (RDATE); none unless given. */
  readonly extraDates?: readonly string[]
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
  /** SKIPPED: the clock skips the local start, so it begins later; TWICE: the clock shows it twice, so the first counts. */
  readonly clock: 'PLAIN' | 'SKIPPED' | 'TWICE'
}

/**
 * The occurrences of a series, in order. The rule is worked out on the local clock and each start is
 * then placed in the zone: a start that the clock skips moves forward by what is skipped (02:30
 * becomes 03:30), of one that comes twice the first is taken. The start itself is an occurrence only
 * when the rule gives it. UNTIL is inclusive: a date is that whole local day, a time ending in Z is
 * UTC, any other is local. Gives fewer than `limit` when the series ends. Does not depend on the
 * time zone of the process.
 *
 * Extra dates come in wherever they fall: neither UNTIL, COUNT nor a skipped date takes them away, and
 * one at a moment that the rule gives too counts once.
 *
 * @throws RangeError for a rule that `parseRule` refuses, an unknown zone or a start in another form
 */
export function occurrences(input: OccurrencesInput): Occurrence[] {
  const extras = extrasOf(input)
  const found: Occurrence[] = []
  let extra = extras.next()
  const take = (occurrence: Occurrence) => {
    if (found.length < input.limit && found.at(-1)?.startsAt.getTime() !== occurrence.startsAt.getTime()) found.push(occurrence)
  }
  for (const occurrence of occurrencesOfRule(input)) {
    while (extra.done !== true && extra.value.startsAt < occurrence.startsAt) {
      take(extra.value)
      extra = extras.next()
    }
    take(occurrence)
    if (found.length >= input.limit) return found
  }
  for (; extra.done !== true; extra = extras.next()) take(extra.value)
  return found
}

/** The extra dates from `from` on, in order. */
function* extrasOf({ extraDates = [], ...input }: OccurrencesInput): Generator<Occurrence, undefined> {
  const placed = extraDates.map((start) => placedIn(input, localStart(start)))
  yield* placed
    .filter(({ startsAt }) => startsAt >= input.from)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

/** What the rule gives from `from` on, without the skipped dates, in order and without end where the rule has none. */
function* occurrencesOfRule(input: OccurrencesInput): Generator<Occurrence, undefined> {
  const parsed = parseRule(input.rrule)
  if (!parsed.ok) throw new RangeError(`Not a usable recurrence rule (${parsed.reason}): ${input.rrule}`)
  // The library skips starts that daylight saving skips; on UTC's clock there are none.
  const dtstart = localStart(input.startsAtLocal).toZonedDateTime('UTC')
  const rule = new RRuleTemporal({ rruleString: parsed.rule.withoutUntil, dtstart })
  const isOver = untilTest(parsed.rule.until)
  const skipped = new Set(input.skipDates)

  // A day earlier on the local clock: a start may be moved forward from before `from` to after it.
  const searchFrom = Temporal.Instant.fromEpochMilliseconds(input.from.getTime())
    .toZonedDateTimeISO(input.timeZone)
    .toPlainDateTime()
    .subtract({ days: 1 })
    .toZonedDateTime('UTC')
  for (let next = nextOf(rule, searchFrom, true); next !== null; next = nextOf(rule, next, false)) {
    const local = next.toPlainDateTime()
    const occurrence = placedIn(input, local)
    if (isOver(local, occurrence.startsAt)) return
    if (occurrence.startsAt >= input.from && !skipped.has(local.toPlainDate().toString())) yield occurrence
  }
}

/**
 * The moment of a local start, YYYY-MM-DDTHH:MM, in a zone, by the same rules as {@link occurrences}.
 * @throws RangeError for a start in another form or an unknown zone
 */
export function placeStart(start: string, timeZone: string): Date {
  return placedIn({ timeZone, durationMinutes: 0 }, localStart(start)).startsAt
}

function localStart(text: string): Temporal.PlainDateTime {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) throw new RangeError(`Not a local start: ${text}`)
  return Temporal.PlainDateTime.from(text)
}

/** A local start in the series' zone. */
function placedIn(
  { timeZone, durationMinutes }: Pick<OccurrencesInput, 'timeZone' | 'durationMinutes'>,
  local: Temporal.PlainDateTime,
): Occurrence {
  const start = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' })
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' })
  const isPlain = start.epochMilliseconds === later.epochMilliseconds && start.toPlainDateTime().equals(local)
  return {
    recurrenceId: local.toString({ smallestUnit: 'minute' }),
    startsAt: new Date(start.epochMilliseconds),
    endsAt: new Date(start.epochMilliseconds + durationMinutes * 60_000),
    clock: isPlain ? 'PLAIN' : start.toPlainDateTime().equals(local) ? 'TWICE' : 'SKIPPED',
  }
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

/**
 * The rule's next date, null where there is none. The library gives its search up after 10,000 steps: what has
 * no date for so long, as every second month from January with BYMONTH=2, has none.
 */
function nextOf(rule: RRuleTemporal, after: Temporal.ZonedDateTime, isInclusive: boolean): Temporal.ZonedDateTime | null {
  try {
    const next = rule.next(after, isInclusive)
    return next === null ? null : Temporal.ZonedDateTime.from(next.toString())
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum iterations')) return null
    throw error
  }
}

/** Tells of an occurrence whether it comes after the rule's UNTIL. */
function untilTest(until: string | null): (local: Temporal.PlainDateTime, startsAt: Date) => boolean {
  if (until === null) return () => false
  if (until.endsWith('Z')) {
    const last = Temporal.Instant.from(until).epochMilliseconds
    return (_, startsAt) => startsAt.getTime() > last
  }
  if (until.includes('T')) {
    const last = Temporal.PlainDateTime.from(until)
    return (local) => Temporal.PlainDateTime.compare(local, last) > 0
  }
  const last = Temporal.PlainDate.from(until)
  return (local) => Temporal.PlainDate.compare(local.toPlainDate(), last) > 0
}
