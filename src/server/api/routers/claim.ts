import { z } from 'zod'
import { discardClaim, keepClaim } from '@/server/services/claim/settle-claim'
import { listClaims } from '@/server/services/claim/list-claims'
import type { Context } from '../context'
import { idOf, proved, router } from '../trpc'

const guest = z.object({ guestId: idOf('user') })
const bySlip = z.object({ slip: z.string().min(1).max(300), own: z.string().min(1).max(300).optional() })

interface Claimant {
  readonly clock: Context['clock']
  readonly locale: Context['locale']
  readonly viewer: { readonly userId: string }
}

const claimant = ({ viewer: { userId }, locale, clock }: Claimant) => ({ userId, locale, now: clock.now() })

/**
 * What was typed at a door with an address that its owner has now proved: kept or discarded by them. Who
 * holds the slip that a host gave them can keep it too, but not discard it.
 */
export const claimRouter = router({
  list: proved().query(({ ctx }) => listClaims(ctx.db, ctx.viewer.email)),
  keep: proved()
    .input(z.union([guest, bySlip]))
    .mutation(({ ctx, input }) => {
      const proof =
        'slip' in input
          ? { slip: input.slip, own: input.own ?? null, secret: ctx.secret }
          : { ...input, email: ctx.viewer.email }
      return keepClaim(ctx.db, { proof, ...claimant(ctx) })
    }),
  discard: proved()
    .input(guest)
    .mutation(({ ctx, input }) => discardClaim(ctx.db, { proof: { ...input, email: ctx.viewer.email }, ...claimant(ctx) })),
})
