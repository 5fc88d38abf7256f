import { WEEKDAYS, type Weekday } from '@/domain/recurrence/rule'

/** How often a series can be said to repeat, the usual first. */
export const REPEATS = ['weekly', 'everyTwoWeeks', 'monthlyByWeekday', 'once', 'custom'] as const
export type Repeat = (typeof REPEATS)[number]

/** Which weekday of the month. */
export const POSITIONS = ['1', '2', '3', '4', 'last'] as const

/** How long an evening can be said to last, in minutes. */
export const DURATIONS = [60, 90, 120, 150, 180, 240, 300, 360, 480, 720] as const

/** The form's fields as text, from a posted form or the page's URL alike. */
export type Read = (name: string) => string

const oneOf = <T extends string>(all: readonly T[], text: string, otherwise: T): T =>
  all.find((one) => one === text) ?? otherwise

const weekdayOf = (read: Read): Weekday => oneOf(WEEKDAYS, read('weekday'), 'TH')

/** What the fields say about how often. */
export function ruleIn(read: Read) {
  const frequency = oneOf(REPEATS, read('repeat'), 'weekly')
  const weekday = weekdayOf(read)
  switch (frequency) {
    case 'once':
      return { frequency }
    case 'weekly':
    case 'everyTwoWeeks':
      return { frequency, weekday }
    case 'monthlyByWeekday': {
      const position = oneOf(POSITIONS, read('position'), '1')
      return { frequency, weekday, position: position === 'last' ? position : POSITION_NUMBER[position] }
    }
    case 'custom':
      return { frequency, rrule: read('rrule') }
  }
}

const POSITION_NUMBER = { '1': 1, '2': 2, '3': 3, '4': 4 } as const

/** What the fields say about when. */
export function timingIn(read: Read) {
  return {
    rule: ruleIn(read),
    startsAtLocal: `${read('date')}T${read('time')}`,
    durationMinutes: Number(read('duration') || '180'),
    timeZone: read('timeZone'),
  }
}

/** The fields of this form, without what the framework adds to it. */
export const FIELDS = [
  'name',
  'description',
  'repeat',
  'weekday',
  'position',
  'rrule',
  'date',
  'time',
  'duration',
  'timeZone',
  'venueName',
  'venueAddress',
] as const
