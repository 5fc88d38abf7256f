import { listIntroductions } from '@/server/services/introduction/list-introductions'
import { introductionsWaiting } from '@/server/services/introduction/list-waiting'
import { router, signedIn } from '../trpc'

export const introductionRouter = router({
  /** What waits for the viewer, what they answered, whom they were brought together with, what they made. */
  mine: signedIn().query(async ({ ctx }) => {
    const asked = { userId: ctx.viewer.userId, now: ctx.clock.now() }
    const [waiting, lists] = await Promise.all([introductionsWaiting(ctx.db, asked), listIntroductions(ctx.db, asked)])
    return { waiting, ...lists, ownAddress: ctx.viewer.email }
  }),
})
