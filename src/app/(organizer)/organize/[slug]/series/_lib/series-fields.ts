import { WEEKDAYS, type Weekday } from '@/domain/recurrence/rule'
import { MOST_APART, POSITIONS, type RuleEnd } from '@/domain/recurrence/rule-form'

/** How often a series can be said to repeat, the usual first. */
export const REPEATS = ['weekly', 'monthlyByWeekday', 'monthlyByDay', 'once', 'custom'] as const
/** Until when it can be said to go on. */
export const ENDINGS = ['never', 'until', 'after'] as const
/** Whether one has to say that one comes. */
export const RSVP_MODES = ['OPTIONAL', 'REQUIRED'] as const

/** How many weeks or months it can be said to be apart. */
export const APART = Array.from({ length: MOST_APART }, (_, index) => index + 1)
/** The days of a month, the last one as -1. */
export const MONTH_DAYS = [...Array.from({ length: 31 }, (_, index) => index + 1), -1]
/** How long an evening can be said to last, in minutes. */
export const DURATIONS = [60, 90, 120, 150, 180, 240, 300, 360, 480, 720] as const

/** A form's fields, from a posted form or the page's URL alike. */
export interface Fields {
  /** The text of a field; empty where it is missing. */
  readonly text: (name: string) => string
  /** All values of a field that may be there more than once. */
  readonly all: (name: string) => readonly string[]
}

type Values = Readonly<Record<string, string | readonly string[] | undefined>>

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** The fields of a posted form. */
export function fieldsOfForm(form: FormData): Fields {
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  return { all, text: (name) => all(name)[0] ?? '' }
}

/** The fields of a page's URL; what it does not say stands as in `otherwise`, unless the URL holds a whole form. */
export function fieldsOfQuery(query: Values, otherwise: Values): Fields {
  const isWhole = query['repeat'] !== undefined
  const all = (name: string) => listOf(query[name] ?? (isWhole ? undefined : otherwise[name]))
  return { all, text: (name) => all(name)[0] ?? '' }
}

/** The fields that a page's URL keeps, without what the framework adds to the form. */
export const FIELDS = [
  'name',
  'description',
  'repeat',
  'everyWeeks',
  'everyMonths',
  'weekday',
  'position',
  'monthDay',
  'rrule',
  'ends',
  'until',
  'times',
  'date',
  'time',
  'duration',
  'timeZone',
  'skip',
  'extra',
  'venueName',
  'venueAddress',
  'rsvpMode',
  'capacity',
  'plusOnes',
  'sequence',
  'meanwhile',
] as const

/** What was typed, as the query of the page's URL; dates that were typed to be added are in their lists. */
export function queryOf(fields: Fields): URLSearchParams {
  const { skipDates, extraDates } = exceptionsIn(fields)
  const lists: Readonly<Record<string, readonly string[]>> = { skip: skipDates, extra: extraDates }
  return new URLSearchParams(
    FIELDS.flatMap((name) => (lists[name] ?? fields.all(name)).map((value): [string, string] => [name, value])),
  )
}

const oneOf = <T extends string>(all: readonly T[], text: string, otherwise: T): T =>
  all.find((one) => one === text) ?? otherwise

/** The ticked weekdays; where none is ticked, that of the date from which it begins. */
function weekdaysIn(fields: Fields): Weekday[] {
  const ticked = WEEKDAYS.filter((weekday) => fields.all('weekday').includes(weekday))
  if (ticked.length > 0) return ticked
  const day = new Date(`${fields.text('date')}T00:00:00Z`).getUTCDay()
  const weekday = WEEKDAYS[(day + 6) % 7]
  return weekday === undefined ? [] : [weekday]
}

function endIn(fields: Fields): RuleEnd {
  const kind = oneOf(ENDINGS, fields.text('ends'), 'never')
  if (kind === 'until') return { kind, date: fields.text('until') }
  return kind === 'after' ? { kind, times: Number(fields.text('times')) } : { kind }
}

/** What the fields say about how often. */
function ruleIn(fields: Fields) {
  const frequency = oneOf(REPEATS, fields.text('repeat'), 'weekly')
  const end = endIn(fields)
  const months = Number(fields.text('everyMonths') || '1')
  switch (frequency) {
    case 'once':
      return { frequency }
    case 'weekly':
      return { frequency, weekdays: weekdaysIn(fields), interval: Number(fields.text('everyWeeks') || '1'), end }
    case 'monthlyByWeekday': {
      const positions = POSITIONS.filter((position) => fields.all('position').includes(String(position)))
      return { frequency, weekdays: weekdaysIn(fields), positions, interval: months, end }
    }
    case 'monthlyByDay':
      return { frequency, day: Number(fields.text('monthDay') || '1'), interval: months, end }
    case 'custom':
      return { frequency, rrule: fields.text('rrule') }
  }
}

function exceptionsIn(fields: Fields) {
  const typed = (name: string) => fields.all(name).filter((value) => value !== '')
  return {
    skipDates: [...new Set([...typed('skip'), ...typed('skipNew')])].sort(),
    extraDates: [...new Set([...typed('extra'), ...typed('extraNew')])].sort(),
  }
}

/** What the fields say about when. */
export function timingIn(fields: Fields) {
  return {
    rule: ruleIn(fields),
    startsAtLocal: `${fields.text('date')}T${fields.text('time')}`,
    durationMinutes: Number(fields.text('duration') || '180'),
    timeZone: fields.text('timeZone'),
    ...exceptionsIn(fields),
  }
}

/** What the fields say about who may come. */
export function placesIn(fields: Fields) {
  const capacity = fields.text('capacity').trim()
  return {
    rsvpMode: oneOf(RSVP_MODES, fields.text('rsvpMode'), 'OPTIONAL'),
    capacity: capacity === '' ? null : Number(capacity),
    plusOnes: Number(fields.text('plusOnes') || '0'),
  }
}

/** All that the fields say of a series. */
export function seriesIn(fields: Fields) {
  return {
    name: fields.text('name'),
    description: fields.text('description'),
    venueName: fields.text('venueName'),
    venueAddress: fields.text('venueAddress'),
    ...timingIn(fields),
    ...placesIn(fields),
  }
}
