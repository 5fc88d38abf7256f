import { z } from 'zod'
import { finishSetUp, setUpState } from '@/server/services/set-up/finish-set-up'
import { router, withToken } from '../trpc'

const form = z.object({
  name: z.string().max(1000),
  email: z.string().max(1000),
  timeZone: z.string().max(64),
  communityName: z.string().max(1000).nullable(),
})

export const setUpRouter = router({
  state: withToken().query(({ ctx, input }) =>
    setUpState(ctx.db, { token: input.token, secret: ctx.secret, locale: ctx.locale }),
  ),
  finish: withToken()
    .input(form)
    .mutation(({ ctx, input }) =>
      finishSetUp(ctx.db, { ...input, secret: ctx.secret, now: ctx.clock.now(), locale: ctx.locale }),
    ),
})
