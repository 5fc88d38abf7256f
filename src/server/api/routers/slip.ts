import { z } from 'zod'
import { openSlip } from '@/server/services/slip/open-slip'
import { useSlip } from '@/server/services/slip/use-slip'
import type { Context } from '../context'
import { router, withToken } from '../trpc'

const holder = ({ clock, ip, locale }: Pick<Context, 'clock' | 'ip' | 'locale'>) => ({ now: clock.now(), ip, locale })

/** What somebody whom a host wrote down does with their slip; keeping it for good is `claim.keep`. */
export const slipRouter = router({
  open: withToken().query(({ ctx, input }) =>
    openSlip(ctx.db, { slip: input.token, viewer: ctx.viewer, secret: ctx.secret, ...holder(ctx) }),
  ),

  /** A session for the rest of the evening, on the first phone that asks. */
  useTonight: withToken()
    .input(z.object({ nonce: z.string().min(20).max(64) }))
    .mutation(({ ctx, input }) =>
      useSlip(ctx.db, { slip: input.token, nonce: input.nonce, secret: ctx.secret, ...holder(ctx) }),
    ),
})
