import { Temporal } from 'temporal-polyfill'
import { DomainError } from '@/domain/errors'
import { placeStart } from '@/domain/recurrence/occurrences'
import { inTransaction, sql, type Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { textOf, type Locale } from '@/text/translator'
import { countPlaces } from '../rsvp/promote'
import { isLocalStart, readLength, readPlaces, readWords, type Places, type Words } from './read-facts'
import { CHANGEABLE, writeEvent } from './write-event'

/** All that an organizer says of one evening. */
export interface EventForm extends Words, Places {
  /** Local wall time in the event's zone, `YYYY-MM-DDTHH:MM`. */
  readonly startsAtLocal: string
  readonly durationMinutes: number
}

interface Viewer {
  readonly eventId: string
  readonly userId: string
  readonly now: Date
  readonly locale: Locale
}

const scoped = ({ eventId, userId, now }: Viewer) => ({ id: eventId, ...eventsWhereMay('editSeries', userId, now) })

/** The local start of an event, `YYYY-MM-DDTHH:MM`. */
function localStartOf({ startsAt, timeZone }: { startsAt: Date; timeZone: string }): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(timeZone)
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/**
 * An event as the form for changing it alone shows it, with how many places are taken.
 * @throws DomainError NOT_FOUND
 */
export async function findEventToChange(db: Db, given: Viewer) {
  const event = await db.event.findFirst({
    where: scoped(given),
    select: {
      ...CHANGEABLE,
      sequence: true,
      recurrenceId: true,
      community: { select: { slug: true, name: true } },
      series: { select: { id: true, name: true } },
    },
  })
  if (!event) throw new DomainError('NOT_FOUND', textOf(given.locale, 'errors')('notFound'))
  return {
    ...event,
    startsAtLocal: localStartOf(event),
    durationMinutes: Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / 60_000),
    ended: event.endsAt <= given.now,
    taken: (await countPlaces(db, event)).taken,
  }
}

/**
 * Changes one evening alone: from then on changes of its series leave it as it is. Those who said that they
 * come are told of what matters to them. Fewer places than are taken take nobody's away.
 * @param given.sequence the state of the event that the one who changes it has seen
 * @throws DomainError BAD_INPUT with what to mend, NOT_FOUND, CONFLICT when somebody else changed it meanwhile.
 */
export async function changeEvent(
  db: Db,
  given: Viewer & EventForm & { readonly sequence: number },
): Promise<{ changed: boolean; told: number }> {
  const { now, locale } = given
  const t = textOf(locale, 'series')
  return inTransaction(db, async (tx) => {
    await tx.$queryRaw(sql`SELECT 1 FROM event WHERE id = ${given.eventId} FOR NO KEY UPDATE`)
    const event = await tx.event.findFirst({ where: scoped(given), select: { ...CHANGEABLE, sequence: true } })
    if (!event) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
    if (event.sequence !== given.sequence) throw new DomainError('CONFLICT', t('eventMeanwhile'))
    if (event.endsAt <= now) throw new DomainError('BAD_INPUT', t('eventOver'))
    if (!isLocalStart(given.startsAtLocal)) throw new DomainError('BAD_INPUT', t('startMissing'))
    const { timeZone } = event
    // Of a start that the clock shows twice the second may be meant already.
    const isMoved = given.startsAtLocal !== localStartOf(event)
    const startsAt = isMoved ? placeStart(given.startsAtLocal, timeZone) : event.startsAt
    const endsAt = new Date(startsAt.getTime() + readLength(given.durationMinutes, locale) * 60_000)
    if (endsAt <= now) throw new DomainError('BAD_INPUT', t('movedIntoPast'))
    const facts = { ...readWords(given, locale), ...readPlaces(given, locale), timeZone, startsAt, endsAt }
    return writeEvent(tx, event, facts, now, { alone: true })
  })
}
