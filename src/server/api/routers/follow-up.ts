import { actOnFollowUp, undoFollowUp, viewFollowUp } from '@/server/services/follow-up/act-on-follow-up'
import { router, withToken } from '../trpc'

export const followUpRouter = router({
  /** What a link of the mail of the morning after is about. Changes nothing. */
  view: withToken().query(({ ctx, input }) => viewFollowUp(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  act: withToken().mutation(({ ctx, input }) => actOnFollowUp(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  undo: withToken().mutation(({ ctx, input }) => undoFollowUp(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
})
