import { Temporal } from 'temporal-polyfill'
import { occurrences, type Occurrence } from '@/domain/recurrence/occurrences'
import type { Locale } from '@/text/translator'
import { nextDates, readTiming, type StoredTiming, type Timing } from './read-timing'
import { ruleInWords } from './rule-in-words'

/** How many dates a preview shows. */
const SHOWN = 6
/** How far ahead a change of clocks is looked for, in months. */
const LOOK_AHEAD_MONTHS = 14

/**
 * The next six dates that a series would have, its rule in words, and the first date to come of which the
 * change of clocks makes something else (null for most series, which do not begin at night). Nothing is written.
 * @throws DomainError BAD_INPUT with what to mend.
 */
export function previewOccurrences(given: Timing & { now: Date; locale: Locale }) {
  const { now, locale } = given
  const timing = readTiming(given, { now, locale })
  const dates = nextDates(timing, { now, limit: SHOWN, locale })
  return {
    ruleText: ruleInWords(timing.rrule, locale, timing),
    timeZone: timing.timeZone,
    dates: dates.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    clockChange: clockChangeOf(timing, now),
  }
}

/** The first date from `now` on whose start the clock skips or shows twice. */
function clockChangeOf(timing: StoredTiming, now: Date): Pick<Occurrence, 'recurrenceId' | 'startsAt' | 'clock'> | null {
  let at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timing.timeZone)
  const last = at.add({ months: LOOK_AHEAD_MONTHS })
  for (;;) {
    const change = at.getTimeZoneTransition('next')
    if (change === null || Temporal.ZonedDateTime.compare(change, last) > 0) return null
    const from = new Date(change.subtract({ days: 1 }).epochMilliseconds)
    // At most two days lie around the change, and a few extra dates on them.
    const found = occurrences({ ...timing, from, limit: 4 }).find(({ clock, startsAt }) => clock !== 'PLAIN' && startsAt >= now)
    if (found) return { recurrenceId: found.recurrenceId, startsAt: found.startsAt, clock: found.clock }
    at = change
  }
}
