import { z } from 'zod'
import { addInterest, chooseInterests, removeInterest } from '@/server/services/interest/change-interests'
import { findInterests, myInterests, offeredInterests } from '@/server/services/interest/find-interests'
import { router, signedIn } from '../trpc'

const word = z.string().max(200)

export const interestRouter = router({
  offered: signedIn().query(() => offeredInterests()),
  search: signedIn()
    .input(z.object({ query: word }))
    .query(({ ctx, input }) => findInterests(ctx.db, input.query)),
  mine: signedIn().query(({ ctx }) => myInterests(ctx.db, ctx.viewer.userId)),
  add: signedIn()
    .input(z.union([z.object({ text: word }), z.object({ slug: word })]))
    .mutation(({ ctx, input }) =>
      addInterest(ctx.db, {
        userId: ctx.viewer.userId,
        word: 'text' in input ? input.text : input.slug,
        locale: ctx.locale,
        now: ctx.clock.now(),
      }),
    ),
  remove: signedIn()
    .input(z.object({ slug: word }))
    .mutation(({ ctx, input }) =>
      removeInterest(ctx.db, { userId: ctx.viewer.userId, slug: input.slug, now: ctx.clock.now() }),
    ),
  choose: signedIn()
    .input(z.object({ words: z.array(word).max(200) }))
    .mutation(({ ctx, input }) =>
      chooseInterests(ctx.db, {
        userId: ctx.viewer.userId,
        words: input.words,
        locale: ctx.locale,
        now: ctx.clock.now(),
      }),
    ),
})
