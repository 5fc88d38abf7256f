import { z } from 'zod'
import { findMyProfile } from '@/server/services/profile/find-profile'
import { renamePerson, saveProfile } from '@/server/services/profile/save-profile'
import { router, signedIn } from '../trpc'

// Longer than what is kept, so that a long text is cut with care instead of refused.
const line = z.string().max(2000)

export const profileRouter = router({
  mine: signedIn().query(({ ctx }) => findMyProfile(ctx.db, ctx.viewer.userId)),
  save: signedIn()
    .input(
      z.object({
        name: line.optional(),
        headline: line.optional(),
        ask: line.optional(),
        offer: line.optional(),
        starter: line.optional(),
        organization: line.optional(),
        city: line.optional(),
        visible: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      saveProfile(ctx.db, { userId: ctx.viewer.userId, changes: input, locale: ctx.locale, now: ctx.clock.now() }),
    ),
  rename: signedIn()
    .input(z.object({ name: line }))
    .mutation(({ ctx, input }) =>
      renamePerson(ctx.db, { userId: ctx.viewer.userId, name: input.name, locale: ctx.locale, now: ctx.clock.now() }),
    ),
})
