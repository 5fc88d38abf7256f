import { asksWaiting } from '@/server/services/introduction/list-waiting'
import { router, signedIn } from '../trpc'

export const askRouter = router({
  /** The asks that wait for the viewer's answer. */
  waiting: signedIn().query(({ ctx }) => asksWaiting(ctx.db, { userId: ctx.viewer.userId, now: ctx.clock.now() })),
})
