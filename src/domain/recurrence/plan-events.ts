/** An event that stands, as far as a changed series asks. */
export interface StandingEvent {
  readonly id: string
  /** The local start that the series gave it, YYYY-MM-DDTHH:MM. */
  readonly recurrenceId: string
  /** Whether it was changed alone, which a change of its series leaves as it is. */
  readonly changedAlone: boolean
}

/** A date that a series gives. */
interface SeriesDate {
  readonly recurrenceId: string
}

/** What becomes of events when their series changes; those in neither list stay as they are. */
export interface EventPlan<D extends SeriesDate> {
  /** These take the place of a date: it is theirs, and no other event is made for it. */
  readonly kept: readonly { readonly id: string; readonly date: D }[]
  /** For these the series has no date any more. */
  readonly dropped: readonly string[]
}

const dayOf = (recurrenceId: string): string => recurrenceId.slice(0, 10)

/**
 * Which events take which dates of a changed series: the same local start, else the same local day, each
 * event and each date once, earlier ones first. An event without a date is dropped unless it was changed
 * alone; one on a day of `calledOff`, which the organizer named, is dropped in any case.
 *
 * @param dates what the series gives from where it changes, as far as the last of the events
 */
export function planEvents<D extends SeriesDate>(
  events: readonly StandingEvent[],
  dates: readonly D[],
  calledOff: ReadonlySet<string> = new Set(),
): EventPlan<D> {
  const free = new Map(dates.map((date) => [date.recurrenceId, date]))
  const kept: { id: string; date: D }[] = []
  const take = (event: StandingEvent, date: D | undefined): boolean => {
    if (date === undefined) return false
    free.delete(date.recurrenceId)
    kept.push({ id: event.id, date })
    return true
  }
  const inOrder = [...events].sort((a, b) => compare(a.recurrenceId, b.recurrenceId) || compare(a.id, b.id))
  const withoutStart = inOrder.filter((event) => !take(event, free.get(event.recurrenceId)))
  const withoutDay = withoutStart.filter((event) => {
    const sameDay = [...free.values()].filter(({ recurrenceId }) => dayOf(recurrenceId) === dayOf(event.recurrenceId))
    return !take(event, sameDay.sort((a, b) => compare(a.recurrenceId, b.recurrenceId))[0])
  })
  const dropped = withoutDay.filter((event) => !event.changedAlone || calledOff.has(dayOf(event.recurrenceId)))
  return { kept, dropped: dropped.map(({ id }) => id) }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
