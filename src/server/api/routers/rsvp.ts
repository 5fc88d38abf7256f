import { z } from 'zod'
import { cancelRsvp, changePlusOnes, confirmPlace } from '@/server/services/rsvp/change-rsvp'
import { sayGoing } from '@/server/services/rsvp/say-going'
import { saying } from '../saying'
import { router } from '../trpc'

/** How many others somebody brings; the event may allow fewer. */
const plusOnes = z.number().int().min(0).max(10)

export const rsvpRouter = router({
  sayGoing: saying()
    .input(z.object({ plusOnes: plusOnes.default(0) }))
    .mutation(({ ctx, input }) => sayGoing(ctx.db, { ...ctx.own, ...input, secret: ctx.secret })),
  changePlusOnes: saying()
    .input(z.object({ plusOnes }))
    .mutation(({ ctx, input }) => changePlusOnes(ctx.db, { ...ctx.own, ...input })),
  cancel: saying().mutation(({ ctx }) => cancelRsvp(ctx.db, ctx.own)),
  confirm: saying().mutation(({ ctx }) => confirmPlace(ctx.db, ctx.own)),
})
