import { z } from 'zod'
import { WEEKDAYS } from '@/domain/recurrence/rule'
import { MOST_APART, POSITIONS } from '@/domain/recurrence/rule-form'
import { changeDate } from '@/server/services/series/change-date'
import { changeSeries } from '@/server/services/series/change-series'
import { createSeries } from '@/server/services/series/create-series'
import { findSeries, findSeriesToChange, listSeries } from '@/server/services/series/find-series'
import { previewOccurrences } from '@/server/services/series/preview-occurrences'
import { showSeries } from '@/server/services/series/show-series'
import { eventFacts } from '../event-facts'
import { idOf, inCommunity, open, router } from '../trpc'

const weekdays = z.array(z.enum(WEEKDAYS)).max(14).readonly()
const repeating = {
  interval: z.number().int().min(1).max(MOST_APART).default(1),
  end: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('never') }),
      z.object({ kind: z.literal('until'), date: z.string().max(40) }),
      z.object({ kind: z.literal('after'), times: z.number() }),
    ])
    .default({ kind: 'never' }),
}

/** More exceptions than a series may have get as far as the sentence that says so. */
const dates = z.array(z.string().max(40)).max(2000).readonly().default([])

const timing = z.object({
  rule: z.discriminatedUnion('frequency', [
    z.object({ frequency: z.literal('once') }),
    z.object({ frequency: z.literal('weekly'), weekdays, ...repeating }),
    z.object({
      frequency: z.literal('monthlyByWeekday'),
      weekdays,
      positions: z.array(z.literal(POSITIONS)).max(10).readonly(),
      ...repeating,
    }),
    z.object({ frequency: z.literal('monthlyByDay'), day: z.number().int().min(-1).max(31), ...repeating }),
    z.object({ frequency: z.literal('custom'), rrule: z.string().max(1000) }),
  ]),
  startsAtLocal: z.string().max(40),
  durationMinutes: z.number(),
  timeZone: z.string().max(64),
  skipDates: dates,
  extraDates: dates,
})

const form = timing.extend({
  ...eventFacts,
  description: eventFacts.description.default(''),
  venueName: eventFacts.venueName.default(''),
  venueAddress: eventFacts.venueAddress.default(''),
  rsvpMode: eventFacts.rsvpMode.default('OPTIONAL'),
  capacity: eventFacts.capacity.default(null),
  plusOnes: eventFacts.plusOnes.default(0),
})

export const seriesRouter = router({
  /** For anybody. */
  show: open()
    .input(z.object({ communitySlug: z.string().max(60), seriesSlug: z.string().max(60) }))
    .query(({ ctx, input }) =>
      showSeries(ctx.db, { ...input, publicUrl: ctx.publicUrl, now: ctx.clock.now(), locale: ctx.locale }),
    ),
  list: inCommunity('organize').query(({ ctx, input }) =>
    listSeries(ctx.db, { communityId: input.communityId, userId: ctx.viewer.userId, locale: ctx.locale }),
  ),
  get: inCommunity('organize')
    .input(z.object({ seriesId: idOf('series') }))
    .query(({ ctx, input }) => findSeries(ctx.db, { ...input, userId: ctx.viewer.userId, locale: ctx.locale })),
  previewOccurrences: inCommunity('editSeries')
    .input(timing)
    .query(({ ctx, input }) => previewOccurrences({ ...input, now: ctx.clock.now(), locale: ctx.locale })),
  create: inCommunity('editSeries')
    .input(form)
    .mutation(({ ctx, input }) => createSeries(ctx.db, { ...input, now: ctx.clock.now(), locale: ctx.locale })),
  toChange: inCommunity('editSeries')
    .input(z.object({ seriesId: idOf('series'), fromDay: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional() }))
    .query(({ ctx, input }) =>
      findSeriesToChange(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),
  change: inCommunity('editSeries')
    .input(form.extend({ seriesId: idOf('series'), sequence: z.number().int() }))
    .mutation(({ ctx, input }) =>
      changeSeries(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),
  changeDate: inCommunity('editSeries')
    .input(
      z.object({
        seriesId: idOf('series'),
        change: z.discriminatedUnion('kind', [
          z.object({ kind: z.enum(['SKIP', 'KEEP']), day: z.string().max(40) }),
          z.object({ kind: z.enum(['ADD', 'REMOVE']), start: z.string().max(40) }),
        ]),
      }),
    )
    .mutation(({ ctx, input }) =>
      changeDate(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),
})
