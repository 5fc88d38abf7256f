import { Temporal } from 'temporal-polyfill'
import { DomainError } from '@/domain/errors'
import { occurrences, type Occurrence } from '@/domain/recurrence/occurrences'
import { planEvents } from '@/domain/recurrence/plan-events'
import { inTransaction, type Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { dropEvent } from '../event/drop-event'
import { putBackOn } from '../event/put-back-on'
import { writeEvent } from '../event/write-event'
import { extendSeries } from './extend-series'
import { lockEventsFrom, lockSeries, type LaterEvent } from './lock-series'
import { readSeries, type SeriesForm } from './read-series'
import { nextDates } from './read-timing'

/** More dates than lie between a change and the last event that there is. */
const MOST_DATES = 400

/** What a change came to: events changed, made, called off and deleted, and how many mails there are. */
export interface SeriesChange {
  readonly changed: number
  readonly made: number
  readonly calledOff: number
  readonly deleted: number
  readonly told: number
}

export interface ChangedSeries extends SeriesForm {
  readonly communityId: string
  readonly seriesId: string
  readonly userId: string
  /** The state of the series that the one who changes it has seen. */
  readonly sequence: number
  readonly now: Date
  readonly locale: Locale
}

/**
 * Changes all of a series from the day of `startsAtLocal` on. What is given for earlier days, and what has
 * begun, stays as it is. Of later events those changed alone stay; those on a day that the series still has
 * are changed in place, so that who said that they come still does; the others are deleted, or called off where
 * somebody counts on them. Those who count on them are told, all in one transaction.
 * @throws DomainError BAD_INPUT with what to mend, NOT_FOUND, CONFLICT when somebody else changed it meanwhile.
 */
export async function changeSeries(db: Db, given: ChangedSeries): Promise<SeriesChange> {
  const { now, locale } = given
  return inTransaction(db, async (tx) => {
    const before = await lockSeries(tx, given)
    const facts = readSeries(given, { now, locale })
    nextDates(facts, { now, limit: 1, locale })
    const fromDay = facts.startsAtLocal.slice(0, 10)
    if (fromDay < localDay(now, facts.timeZone)) {
      throw new DomainError('BAD_INPUT', textOf(locale, 'series')('fromPast'))
    }
    await tx.series.update({ where: { id: before.id }, data: facts })

    const events = await lockEventsFrom(tx, { seriesId: before.id, fromDay, now })
    const dates = datesUpTo(facts, events)
    const calledOff = new Set([
      ...facts.skipDates.filter((day) => !before.skipDates.includes(day)),
      ...before.extraDates.filter((start) => !facts.extraDates.includes(start)).map((start) => start.slice(0, 10)),
    ])
    const backOn = new Set(before.skipDates.filter((day) => !facts.skipDates.includes(day)))
    const plan = planEvents(events.map((event) => ({ ...event, changedAlone: isItsOwn(event) })), dates, calledOff)
    const byId = new Map(events.map((event) => [event.id, event]))

    const sums = { changed: 0, calledOff: 0, deleted: 0, told: 0 }
    for (const id of plan.dropped) {
      if (byId.get(id)?.begun === true) continue
      const { gone, told } = await dropEvent(tx, id, now)
      sums[gone ? 'deleted' : 'calledOff'] += 1
      sums.told += told
    }
    for (const { id, date } of plan.kept) {
      const event = byId.get(id)
      if (event === undefined) continue
      if (!event.begun && backOn.has(date.recurrenceId.slice(0, 10))) sums.told += await putBackOn(tx, event, now)
      const { changed, told } = await follow(tx, event, facts, date, now)
      sums.changed += changed ? 1 : 0
      sums.told += told
    }
    const made = await extendSeries(tx, { id: before.id, communityId: given.communityId, ...facts }, now)
    return { ...sums, made }
  })
}

/** Whether the series leaves it as it is: it was changed alone, or is on already. */
function isItsOwn({ ownChangesAt, begun }: LaterEvent): boolean {
  return begun || ownChangesAt !== null
}

/** The local day of a moment, `YYYY-MM-DD`. */
function localDay(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** What the series gives from its start as far as the last of these events. */
function datesUpTo(facts: ReturnType<typeof readSeries>, events: readonly LaterEvent[]): Occurrence[] {
  const last = events.at(-1)
  if (last === undefined) return []
  const { startsAtLocal, timeZone } = facts
  const from = Temporal.PlainDate.from(startsAtLocal.slice(0, 10)).toZonedDateTime(timeZone)
  const dates = occurrences({ ...facts, from: new Date(from.epochMilliseconds), limit: MOST_DATES })
  return dates.filter(({ recurrenceId }) => recurrenceId.slice(0, 10) <= last.recurrenceId.slice(0, 10))
}

/** Makes an event what its series gives for its date; one of its own only has its place there. */
async function follow(
  tx: Db,
  event: LaterEvent,
  facts: ReturnType<typeof readSeries>,
  { recurrenceId, startsAt, endsAt }: Occurrence,
  now: Date,
): Promise<{ changed: boolean; told: number }> {
  const place = recurrenceId === event.recurrenceId ? {} : { recurrenceId }
  // What is special on an evening is its own; what holds for all of them stands on the series.
  const next = isItsOwn(event) ? event : { ...facts, description: event.description, startsAt, endsAt }
  return writeEvent(tx, event, next, now, place)
}
