import rrule from 'rrule'
import { expect, test } from 'vitest'
import { occurrences } from './occurrences'
import { parseRule, WEEKDAYS } from './rule'

const RULES = 1000
/** How many dates of each rule are compared, and until which year, since some rules are rare. */
const DATES = 15
const LAST_YEAR = 2050

/** mulberry32: the same numbers for the same seed, from 0 to below 1. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Sample {
  readonly rrule: string
  readonly startsAtLocal: string
}

/** Rules over every part that is read, made of the same numbers each time. */
function samples(count: number): Sample[] {
  const roll = dice(2445)
  const pick = <T>(all: readonly [T, ...T[]]): T => all[Math.floor(roll() * all.length)] ?? all[0]
  const upTo = (most: number) => 1 + Math.floor(roll() * most)
  const some = <T>(make: () => T, most: number): T[] => [...new Set(Array.from({ length: upTo(most) }, make))]
  const chance = (share: number) => roll() < share
  const found: Sample[] = []
  while (found.length < count) {
    const frequency = pick(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])
    const parts = [`FREQ=${frequency}`]
    if (chance(0.5)) parts.push(`INTERVAL=${String(upTo(4))}`)
    const isNumbered = (frequency === 'MONTHLY' || frequency === 'YEARLY') && chance(0.5)
    const day = () => `${isNumbered ? String(pick([1, 2, 3, 4, 5, -1, -2])) : ''}${pick(WEEKDAYS)}`
    if (chance(0.6)) parts.push(`BYDAY=${some(day, 4).join()}`)
    if (frequency !== 'WEEKLY' && chance(0.35)) {
      parts.push(`BYMONTHDAY=${some(() => (chance(0.2) ? -upTo(5) : upTo(31)), 4).join()}`)
    }
    if (chance(0.25)) parts.push(`BYMONTH=${some(() => upTo(12), 4).sort((a, b) => a - b).join()}`)
    if (parts.some((part) => part.startsWith('BY')) && chance(0.2)) parts.push(`BYSETPOS=${String(pick([1, 2, -1]))}`)
    if (chance(0.3)) parts.push(`WKST=${pick(WEEKDAYS)}`)
    if (chance(0.2)) parts.push(`COUNT=${String(upTo(30))}`)
    else if (chance(0.3)) parts.push(`UNTIL=20${String(26 + upTo(9))}0${String(upTo(9))}${String(10 + upTo(18))}`)
    const startsAtLocal = `2026-${String(upTo(12)).padStart(2, '0')}-${String(upTo(28)).padStart(2, '0')}T17:00`
    const rrule = parts.join(';')
    if (parseRule(rrule).ok) found.push({ rrule, startsAtLocal })
  }
  return found
}

const isEarly = (start: string) => Number(start.slice(0, 4)) <= LAST_YEAR

function ours({ rrule, startsAtLocal }: Sample): string[] {
  const plain = { durationMinutes: 60, timeZone: 'UTC', from: new Date('2026-01-01T00:00Z'), limit: DATES }
  return occurrences({ rrule, startsAtLocal, ...plain })
    .map(({ recurrenceId }) => recurrenceId)
    .filter(isEarly)
}

function theirs({ rrule: text, startsAtLocal }: Sample): string[] {
  // A date as UNTIL means that whole day here; there it would be midnight.
  const options = rrule.RRule.parseString(text.replace(/UNTIL=(\d{8})/, 'UNTIL=$1T235959Z'))
  const rule = new rrule.RRule({ ...options, dtstart: new Date(`${startsAtLocal}:00Z`) })
  return rule
    .between(new Date('2026-01-01T00:00Z'), new Date(`${String(LAST_YEAR)}-12-31T23:59Z`), true, (_, index) => index < DATES)
    .map((date) => date.toISOString().slice(0, 16))
}

/** The Monday, or other first day, of the week in which this local start lies, YYYY-MM-DD. */
function endOfFirstWeek({ rrule: text, startsAtLocal }: Sample): string {
  const first = WEEKDAYS.findIndex((weekday) => text.includes(`WKST=${weekday}`))
  const start = new Date(`${startsAtLocal.slice(0, 10)}T00:00:00Z`)
  const intoWeek = (start.getUTCDay() + 6 - Math.max(first, 0)) % 7
  return new Date(start.getTime() + (7 - intoWeek) * 86_400_000).toISOString().slice(0, 10)
}

/**
 * The one known difference: of WEEKLY with BYSETPOS the other one counts the days of the first week from the
 * start on, where RFC 5545 counts those of the whole week ("the nth occurrence within the set of recurrence
 * instances") and leaves out what is before the start. So it has a date in that week that is none, and with
 * COUNT ends one date sooner. From the second week on they are the same.
 */
function isKnown(sample: Sample, mine: readonly string[], other: readonly string[]): boolean {
  const { rrule: text } = sample
  if (!text.startsWith('FREQ=WEEKLY') || !text.includes('BYSETPOS')) return false
  const later = (starts: readonly string[]) => starts.filter((start) => start >= endOfFirstWeek(sample))
  const [one, two] = [later(mine), later(other)]
  const compared = Math.min(one.length, two.length)
  return Math.abs(one.length - two.length) <= 1 && one.slice(0, compared).join() === two.slice(0, compared).join()
}

test('a thousand rules have the dates that a second implementation gives them', { timeout: 300_000 }, () => {
  const all = samples(RULES)
  const differing = all.flatMap((sample) => {
    const [mine, other] = [ours(sample), theirs(sample)]
    return mine.join() === other.join() || isKnown(sample, mine, other) ? [] : [{ ...sample, mine, other }]
  })
  expect(all).toHaveLength(RULES)
  expect(differing).toEqual([])
})
