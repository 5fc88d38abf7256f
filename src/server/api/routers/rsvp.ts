import { z } from 'zod'
import { DomainError } from '@/domain/errors'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { cancelRsvp, changePlusOnes, confirmPlace } from '@/server/services/rsvp/change-rsvp'
import { sayGoing } from '@/server/services/rsvp/say-going'
import { textOf } from '@/text/translator'
import { idOf, proved, router } from '../trpc'

/** What one person says about coming, at all events together: each can cause a mail. */
const SAYINGS: Limit = { name: 'rsvp', times: 20, seconds: 60 }

/** For what somebody says about their own coming; takes `eventId`. @throws DomainError TOO_MANY */
const saying = () =>
  proved()
    .input(z.object({ eventId: idOf('event') }))
    .use(async ({ ctx, next }) => {
      if (!(await withinLimit(ctx.db, SAYINGS, ctx.viewer.userId))) {
        throw new DomainError('TOO_MANY', textOf(ctx.locale, 'errors')('tooFast'))
      }
      return next({ ctx: { ...ctx, own: { userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale } } })
    })

/** How many others somebody brings; the event may allow fewer. */
const plusOnes = z.number().int().min(0).max(10)

export const rsvpRouter = router({
  sayGoing: saying()
    .input(z.object({ plusOnes: plusOnes.default(0) }))
    .mutation(({ ctx, input }) => sayGoing(ctx.db, { ...ctx.own, ...input, secret: ctx.secret })),
  changePlusOnes: saying()
    .input(z.object({ plusOnes }))
    .mutation(({ ctx, input }) => changePlusOnes(ctx.db, { ...ctx.own, ...input })),
  cancel: saying().mutation(({ ctx, input }) => cancelRsvp(ctx.db, { ...ctx.own, ...input })),
  confirm: saying().mutation(({ ctx, input }) => confirmPlace(ctx.db, { ...ctx.own, ...input })),
})
