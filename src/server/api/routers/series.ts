import { z } from 'zod'
import { WEEKDAYS } from '@/domain/recurrence/rule'
import { createSeries } from '@/server/services/series/create-series'
import { findSeries, listSeries } from '@/server/services/series/find-series'
import { previewOccurrences } from '@/server/services/series/preview-occurrences'
import { idOf, inCommunity, router } from '../trpc'

const weekday = z.enum(WEEKDAYS)

const timing = z.object({
  rule: z.discriminatedUnion('frequency', [
    z.object({ frequency: z.literal('once') }),
    z.object({ frequency: z.literal('weekly'), weekday }),
    z.object({ frequency: z.literal('everyTwoWeeks'), weekday }),
    z.object({
      frequency: z.literal('monthlyByWeekday'),
      weekday,
      position: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')]),
    }),
    z.object({ frequency: z.literal('custom'), rrule: z.string().max(1000) }),
  ]),
  startsAtLocal: z.string().max(40),
  durationMinutes: z.number(),
  timeZone: z.string().max(64),
})

const form = timing.extend({
  name: z.string().max(1000),
  description: z.string().max(10_000).default(''),
  venueName: z.string().max(1000).default(''),
  venueAddress: z.string().max(1000).default(''),
})

export const seriesRouter = router({
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
