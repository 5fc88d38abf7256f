import type { Locale } from '@/text/translator'
import { nextDates, readTiming, type Timing } from './read-series'
import { ruleInWords } from './rule-in-words'

/** How many dates a preview shows. */
const SHOWN = 6

/**
 * The next six dates that a series would have, and its rule in words. Nothing is written.
 * @throws DomainError BAD_INPUT with what to mend.
 */
export function previewOccurrences(given: Timing & { now: Date; locale: Locale }) {
  const timing = readTiming(given, given.locale)
  const dates = nextDates(timing, { now: given.now, limit: SHOWN, locale: given.locale })
  return {
    ruleText: ruleInWords(timing.rrule, given.locale),
    timeZone: timing.timeZone,
    dates: dates.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  }
}
