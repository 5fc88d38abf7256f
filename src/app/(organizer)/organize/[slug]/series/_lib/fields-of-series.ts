import { formFromRule, type RuleForm } from '@/domain/recurrence/rule-form'

interface StoredSeries {
  readonly name: string
  readonly description: string
  readonly rrule: string
  readonly startsAtLocal: string
  readonly durationMinutes: number
  readonly timeZone: string
  readonly venueName: string
  readonly venueAddress: string
  readonly skipDates: readonly string[]
  readonly extraDates: readonly string[]
  readonly rsvpMode: string
  readonly capacity: number | null
  readonly plusOnes: number
}

/** A series as the fields of its form; exceptions before `today` (YYYY-MM-DD) are over and left out. */
export function fieldsOfSeries(series: StoredSeries, fromDay: string, today: string) {
  return {
    name: series.name,
    description: series.description,
    ...fieldsOfRule(formFromRule(series.rrule), series.rrule),
    date: fromDay,
    time: series.startsAtLocal.slice(11),
    duration: String(series.durationMinutes),
    timeZone: series.timeZone,
    skip: series.skipDates.filter((day) => day >= today),
    extra: series.extraDates.filter((start) => start.slice(0, 10) >= today),
    venueName: series.venueName,
    venueAddress: series.venueAddress,
    rsvpMode: series.rsvpMode,
    capacity: series.capacity === null ? '' : String(series.capacity),
    plusOnes: String(series.plusOnes),
  }
}

function fieldsOfRule(form: RuleForm | null, rrule: string) {
  if (form === null) return { repeat: 'custom', rrule }
  if (form.frequency === 'once') return { repeat: form.frequency }
  const { end } = form
  return {
    repeat: form.frequency,
    everyWeeks: String(form.interval),
    everyMonths: String(form.interval),
    ends: end.kind,
    until: end.kind === 'until' ? end.date : '',
    times: end.kind === 'after' ? String(end.times) : '',
    weekday: 'weekdays' in form ? form.weekdays : [],
    position: 'positions' in form ? form.positions.map(String) : [],
    monthDay: 'day' in form ? String(form.day) : '',
  }
}
