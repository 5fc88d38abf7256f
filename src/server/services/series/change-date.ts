import { DomainError } from '@/domain/errors'
import { inTransaction, type Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { dropEvent } from '../event/drop-event'
import { putBackOn } from '../event/put-back-on'
import { isLocalStart } from '../event/read-facts'
import { extendSeries } from './extend-series'
import { lockEventsFrom, lockSeries } from './lock-series'
import { checkCounts, readExtraDates, startsOn } from './read-timing'
import { dayInWords } from './rule-in-words'

/**
 * A change of one date: leave a local day (`YYYY-MM-DD`) out or have it again, add a local start
 * (`YYYY-MM-DDTHH:MM`) or take it back.
 */
export type DateChange =
  | { readonly kind: 'SKIP' | 'KEEP'; readonly day: string }
  | { readonly kind: 'ADD' | 'REMOVE'; readonly start: string }

interface Given {
  readonly communityId: string
  readonly seriesId: string
  readonly userId: string
  readonly change: DateChange
  readonly now: Date
  readonly locale: Locale
}

type Series = Awaited<ReturnType<typeof lockSeries>>
type Exceptions = Pick<Series, 'skipDates' | 'extraDates'>

/**
 * Leaves a day of a series out, has it again, adds an evening or takes it back; no other evening changes. What
 * becomes of the events of that day is what a change of the series does: one that nobody counts on is deleted,
 * another called off, and those who count on it are told. Doing it twice is doing it once.
 * @throws DomainError BAD_INPUT with what to mend, NOT_FOUND.
 */
export async function changeDate(db: Db, given: Given): Promise<{ told: number }> {
  const { change, now, locale } = given
  return inTransaction(db, async (tx) => {
    const series = await lockSeries(tx, given)
    const on = 'day' in change ? change.day : change.start
    if (!isLocalStart('day' in change ? `${on}T00:00` : on)) {
      throw new DomainError('BAD_INPUT', textOf(locale, 'series')('day' in change ? 'skipWrong' : 'extraWrong'))
    }
    const day = on.slice(0, 10)
    const later = await lockEventsFrom(tx, { seriesId: series.id, fromDay: day, now })
    const events = later.filter(({ recurrenceId, begun }) => !begun && recurrenceId.startsWith(on))
    const after = exceptionsAfter(series, change)
    if (change.kind === 'ADD') readExtraDates(series, [on], { now, locale })
    if (change.kind === 'SKIP' && events.length === 0 && startsOn(series, day).length === 0 && !series.skipDates.includes(day)) {
      throw new DomainError('BAD_INPUT', textOf(locale, 'series')('skipNoDate', { date: dayInWords(day, locale) }))
    }
    checkCounts(after, locale)
    await tx.series.update({ where: { id: series.id }, data: after })

    const starts = startsOn({ ...series, ...after }, day)
    let told = 0
    for (const event of events) {
      if (starts.includes(event.recurrenceId)) told += await putBackOn(tx, event, now)
      else if (change.kind === 'SKIP' || change.kind === 'REMOVE') told += (await dropEvent(tx, event.id, now)).told
    }
    await extendSeries(tx, { ...series, ...after }, now)
    return { told }
  })
}

function exceptionsAfter({ skipDates, extraDates, ...timing }: Series, change: DateChange): Exceptions {
  switch (change.kind) {
    case 'SKIP': {
      // What the rule does not give was added, or is left from an earlier rule: there is nothing to leave out later.
      const isOfRule = startsOn(timing, change.day).length > 0
      return {
        skipDates: isOfRule ? [...new Set([...skipDates, change.day])].sort() : skipDates,
        extraDates: extraDates.filter((start) => !start.startsWith(change.day)),
      }
    }
    case 'KEEP':
      return { skipDates: skipDates.filter((day) => day !== change.day), extraDates }
    case 'ADD':
      return { skipDates, extraDates: [...new Set([...extraDates, change.start])].sort() }
    case 'REMOVE':
      return { skipDates, extraDates: extraDates.filter((start) => start !== change.start) }
  }
}
