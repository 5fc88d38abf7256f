import { z } from 'zod'
import { declineCircle, joinCircle } from '@/server/services/circle/answer-invitation'
import { callOffCircle } from '@/server/services/circle/call-off-circle'
import { listCircles } from '@/server/services/circle/list-circles'
import { openCircle } from '@/server/services/circle/open-circle'
import { planCircles } from '@/server/services/circle/plan-circles'
import type { Context } from '../context'
import { idOf, inEvent, router } from '../trpc'

const oneCircle = z.object({ circleId: idOf('circle') })

/** What every service takes of a call. */
const asked = (ctx: Pick<Context, 'clock' | 'locale'> & { readonly viewer: { readonly userId: string } }) => ({
  viewerId: ctx.viewer.userId,
  now: ctx.clock.now(),
  locale: ctx.locale,
})

export const circleRouter = router({
  /** For hosts: the open circles, and what others could be opened. */
  plan: inEvent('openCircle').query(async ({ ctx }) => ({
    eventName: ctx.event.name,
    timeZone: ctx.event.timeZone,
    community: { slug: ctx.community.slug, name: ctx.community.name },
    ...(await planCircles(ctx.db, { event: ctx.event, standings: ctx.standings, now: ctx.clock.now() })),
  })),

  open: inEvent('openCircle')
    .input(
      z.object({
        topic: z.string().min(1).max(60),
        time: z.string().max(10),
        place: z.string().trim().max(1000),
      }),
    )
    .mutation(({ ctx, input }) => {
      const { viewerId: openedById, ...rest } = asked(ctx)
      const { topic, time, place } = input
      return openCircle(ctx.db, { event: ctx.event, topic, time, place, openedById, ...rest })
    }),

  callOff: inEvent('openCircle')
    .input(oneCircle)
    .mutation(({ ctx, input }) =>
      callOffCircle(ctx.db, { eventId: ctx.event.id, circleId: input.circleId, ...asked(ctx) }),
    ),

  /** The viewer's own invitations and seats. */
  mine: inEvent('seeRoom').query(({ ctx }) => listCircles(ctx.db, { event: ctx.event, ...asked(ctx) })),

  join: inEvent('joinCircle')
    .input(oneCircle)
    .mutation(({ ctx, input }) => joinCircle(ctx.db, { event: ctx.event, circleId: input.circleId, ...asked(ctx) })),

  /** 'Not tonight', and a seat given up. */
  decline: inEvent('joinCircle')
    .input(oneCircle)
    .mutation(({ ctx, input }) => declineCircle(ctx.db, { event: ctx.event, circleId: input.circleId, ...asked(ctx) })),
})
