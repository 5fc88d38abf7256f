import { z } from 'zod'
import { blockPerson } from '@/server/services/person/block-person'
import { idOf, inEvent, router } from '../trpc'

export const personRouter = router({
  /** 'Don't show us to each other': silent, complete, here and everywhere. */
  block: inEvent('seeRoom')
    .input(z.object({ personId: idOf('user') }))
    .mutation(({ ctx, input }) =>
      blockPerson(ctx.db, {
        viewerId: ctx.viewer.userId,
        personId: input.personId,
        eventId: ctx.event.id,
        now: ctx.clock.now(),
        locale: ctx.locale,
      }),
    ),
})
