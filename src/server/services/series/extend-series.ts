import { occurrences } from '@/domain/recurrence/occurrences'
import type { Db } from '@/server/db/client'
import { logger } from '@/server/lib/logger'
import { newId } from '@/server/lib/tokens'

/** How far ahead a series has its events, in milliseconds: twelve weeks. */
const HORIZON_MS = 12 * 7 * 24 * 60 * 60_000
/** More dates than twelve weeks and a few past ones hold, as no rule repeats within a day. */
const MOST_DATES = 200
const PAGE = 200

/** What of a series its events are made of. */
export const SERIES_OF_EVENTS = {
  id: true,
  communityId: true,
  name: true,
  rrule: true,
  startsAtLocal: true,
  durationMinutes: true,
  timeZone: true,
  venueName: true,
  venueAddress: true,
} as const

interface SeriesOfEvents {
  readonly id: string
  readonly communityId: string
  readonly name: string
  readonly rrule: string
  readonly startsAtLocal: string
  readonly durationMinutes: number
  readonly timeZone: string
  readonly venueName: string
  readonly venueAddress: string
}

/**
 * Makes the events that a series lacks, from those running at `now` to twelve weeks ahead; where none
 * falls into that time, the next one. What exists, moved or called off, is left as it is, also when
 * several do this at once.
 * @param from makes earlier ones too: those that start at this moment or later
 * @returns how many were made
 */
export async function extendSeries(db: Db, series: SeriesOfEvents, now: Date, from?: Date): Promise<number> {
  const { id: seriesId, communityId, name, timeZone, venueName, venueAddress } = series
  const earliest = from ?? new Date(now.getTime() - series.durationMinutes * 60_000)
  const until = now.getTime() + HORIZON_MS
  const dates = occurrences({ ...series, from: earliest, limit: MOST_DATES })
    .filter(({ endsAt }) => from !== undefined || endsAt > now)
    .filter(({ startsAt }, index) => index === 0 || startsAt.getTime() <= until)
  const { count } = await db.event.createMany({
    data: dates.map(({ recurrenceId, startsAt, endsAt }) => ({
      id: newId('event'),
      communityId,
      seriesId,
      recurrenceId,
      name,
      startsAt,
      endsAt,
      timeZone,
      venueName,
      venueAddress,
      createdAt: now,
    })),
    skipDuplicates: true,
  })
  return count
}

/**
 * Keeps every series' events twelve weeks ahead; called by the tick. A series that cannot be worked
 * out is logged and holds up no other.
 * @returns how many events were made
 */
export async function extendAllSeries(db: Db, now: Date): Promise<number> {
  let made = 0
  let after = ''
  for (;;) {
    const page = await db.series.findMany({
      where: { id: { gt: after } },
      select: SERIES_OF_EVENTS,
      orderBy: { id: 'asc' },
      take: PAGE,
    })
    for (const series of page) {
      try {
        made += await extendSeries(db, series, now)
      } catch (err) {
        logger.error({ err, seriesId: series.id }, 'series not extended')
      }
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return made
    after = last.id
  }
}
