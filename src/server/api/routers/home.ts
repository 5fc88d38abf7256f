import { findHome, findWays } from '@/server/services/home/find-home'
import { router, signedIn } from '../trpc'

export const homeRouter = router({
  mine: signedIn().query(({ ctx }) => findHome(ctx.db, ctx.viewer, ctx.clock.now(), ctx.secret)),
  /** For the head of every page. */
  ways: signedIn().query(({ ctx }) => findWays(ctx.db, ctx.viewer.userId, ctx.clock.now())),
})
