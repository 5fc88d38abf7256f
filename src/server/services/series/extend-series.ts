import { occurrences } from '@/domain/recurrence/occurrences'
import type { RsvpMode } from '@/generated/prisma/client'
import { inTransaction, sql, type Db } from '@/server/db/client'
import { logger } from '@/server/lib/logger'
import { newId } from '@/server/lib/tokens'

/** How far ahead a series has its events, in milliseconds: twelve weeks. */
const HORIZON_MS = 12 * 7 * 24 * 60 * 60_000
/** More dates than twelve weeks, a few past ones and all extra ones hold, as no rule repeats within a day. */
const MOST_DATES = 300
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
  skipDates: true,
  extraDates: true,
  rsvpMode: true,
  capacity: true,
  plusOnes: true,
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
  readonly skipDates: readonly string[]
  readonly extraDates: readonly string[]
  readonly rsvpMode: RsvpMode
  readonly capacity: number | null
  readonly plusOnes: number
}

/**
 * Makes the events that a series lacks, from those running at `now` to twelve weeks ahead; where none
 * falls into that time, the next one. What exists, moved or called off, is left as it is, also when
 * several do this at once.
 * @param from makes earlier ones too: those that start at this moment or later
 * @returns how many were made
 */
export async function extendSeries(db: Db, series: SeriesOfEvents, now: Date, from?: Date): Promise<number> {
  const { id: seriesId, communityId, name, timeZone, venueName, venueAddress, rsvpMode, capacity, plusOnes } = series
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
      rsvpMode,
      capacity,
      plusOnes,
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
      select: { id: true },
      orderBy: { id: 'asc' },
      take: PAGE,
    })
    for (const { id } of page) {
      try {
        made += await inTransaction(db, (tx) => extendAsItStands(tx, id, now))
      } catch (err) {
        logger.error({ err, seriesId: id }, 'series not extended')
      }
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return made
    after = last.id
  }
}

/** {@link extendSeries} of the series as it is now: one that is just being changed is waited for, so that no date of its old rule is made. */
async function extendAsItStands(tx: Db, id: string, now: Date): Promise<number> {
  await tx.$queryRaw(sql`SELECT 1 FROM "series" WHERE "id" = ${id} FOR SHARE`)
  const series = await tx.series.findUnique({ where: { id }, select: SERIES_OF_EVENTS })
  return series === null ? 0 : extendSeries(tx, series, now)
}
