import { z } from 'zod'
import { requestSignIn } from '@/server/services/sign-in/request-sign-in'
import { open, router } from '../trpc'

export const signInRouter = router({
  /** Sends link and code, and says whether mail leaves here at all; the same answer for every address. */
  request: open()
    .input(z.object({ email: z.string().max(1000) }))
    .mutation(async ({ ctx, input }) => {
      await requestSignIn(ctx.db, {
        secret: ctx.secret,
        publicUrl: ctx.publicUrl,
        email: input.email,
        ip: ctx.ip,
        now: ctx.clock.now(),
        locale: ctx.locale,
      })
      return { sent: ctx.mailLeaves }
    }),
})
