import { z } from 'zod'
import { WEEKDAYS } from '@/domain/recurrence/rule'
import { MOST_APART, POSITIONS } from '@/domain/recurrence/rule-form'
import { createSeries } from '@/server/services/series/create-series'
import { findSeries, listSeries } from '@/server/services/series/find-series'
import { previewOccurrences } from '@/server/services/series/preview-occurrences'
import { showSeries } from '@/server/services/series/show-series'
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
  name: z.string().max(1000),
  description: z.string().max(10_000).default(''),
  venueName: z.string().max(1000).default(''),
  venueAddress: z.string().max(1000).default(''),
  rsvpMode: z.enum(['OPTIONAL', 'REQUIRED']).default('OPTIONAL'),
  capacity: z.number().nullable().default(null),
  plusOnes: z.number().default(0),
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
})
