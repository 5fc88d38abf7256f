import { textIn } from '@/app/_lib/form-text'

/** The fields of the form for one evening. */
const FIELDS = [
  'name',
  'description',
  'date',
  'time',
  'duration',
  'venueName',
  'venueAddress',
  'rsvpMode',
  'capacity',
  'plusOnes',
  'sequence',
  'meanwhile',
] as const

/** The text of a field; empty where it is missing. */
export type Text = (name: string) => string

/** The fields of the posted form. */
export function fieldsOfForm(form: FormData): Text {
  return (name) => textIn(form, name)
}

/** What was typed, as the query of the page's URL. */
export function queryOf(text: Text): URLSearchParams {
  return new URLSearchParams(FIELDS.map((name) => [name, text(name)]))
}

/** All that the fields say of an evening. */
export function eventIn(text: Text) {
  const capacity = text('capacity').trim()
  return {
    name: text('name'),
    description: text('description'),
    venueName: text('venueName'),
    venueAddress: text('venueAddress'),
    startsAtLocal: `${text('date')}T${text('time')}`,
    durationMinutes: Number(text('duration')),
    rsvpMode: text('rsvpMode') === 'REQUIRED' ? ('REQUIRED' as const) : ('OPTIONAL' as const),
    capacity: capacity === '' ? null : Number(capacity),
    plusOnes: Number(text('plusOnes') || '0'),
  }
}
