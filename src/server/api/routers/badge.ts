import { z } from 'zod'
import { listBadges, type BadgesOf } from '@/server/services/badge/list-badges'
import { idOf, inEvent, router } from '../trpc'

const of = z.discriminatedUnion('who', [
  z.object({ who: z.literal('in'), since: z.iso.datetime().optional() }),
  z.object({ who: z.literal('going') }),
  z.object({ who: z.literal('one'), personId: idOf('user') }),
])

function readOf(input: z.infer<typeof of>): BadgesOf {
  if (input.who !== 'in') return input
  return { who: 'in', since: input.since === undefined ? null : new Date(input.since) }
}

/** Badges to print at the door. */
export const badgeRouter = router({
  list: inEvent('readNames')
    .input(z.object({ of, page: z.number().int().min(1).max(1000).default(1) }))
    .query(async ({ ctx, input }) => ({
      event: { name: ctx.event.name, timeZone: ctx.event.timeZone },
      communityName: ctx.community.name,
      ...(await listBadges(ctx.db, {
        eventId: input.eventId,
        userId: ctx.viewer.userId,
        communityId: ctx.event.communityId,
        of: readOf(input.of),
        page: input.page,
        secret: ctx.secret,
        publicUrl: ctx.publicUrl,
        now: ctx.clock.now(),
      })),
    })),
})
