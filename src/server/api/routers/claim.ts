import { z } from 'zod'
import { discardClaim, keepClaim } from '@/server/services/claim/settle-claim'
import { listClaims } from '@/server/services/claim/list-claims'
import { idOf, proved, router } from '../trpc'

const guest = z.object({ guestId: idOf('user') })

/** What was typed at a door with an address that its owner has now proved: kept or discarded by them. */
export const claimRouter = router({
  list: proved().query(({ ctx }) => listClaims(ctx.db, ctx.viewer.email)),
  keep: proved()
    .input(guest)
    .mutation(({ ctx, input }) =>
      keepClaim(ctx.db, { ...input, userId: ctx.viewer.userId, email: ctx.viewer.email, locale: ctx.locale }),
    ),
  discard: proved()
    .input(guest)
    .mutation(({ ctx, input }) =>
      discardClaim(ctx.db, { ...input, userId: ctx.viewer.userId, email: ctx.viewer.email, locale: ctx.locale }),
    ),
})
