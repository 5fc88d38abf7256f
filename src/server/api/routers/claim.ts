import { z } from 'zod'
import { discardClaim, keepClaim } from '@/server/services/claim/settle-claim'
import { listClaims } from '@/server/services/claim/list-claims'
import type { Context } from '../context'
import { idOf, proved, router } from '../trpc'

const guest = z.object({ guestId: idOf('user') })

interface Claimant {
  readonly clock: Context['clock']
  readonly locale: Context['locale']
  readonly viewer: { readonly userId: string; readonly email: string }
}

const claimant = ({ viewer: { userId, email }, locale, clock }: Claimant) => ({ userId, email, locale, now: clock.now() })

/** What was typed at a door with an address that its owner has now proved: kept or discarded by them. */
export const claimRouter = router({
  list: proved().query(({ ctx }) => listClaims(ctx.db, ctx.viewer.email)),
  keep: proved()
    .input(guest)
    .mutation(({ ctx, input }) => keepClaim(ctx.db, { ...input, ...claimant(ctx) })),
  discard: proved()
    .input(guest)
    .mutation(({ ctx, input }) => discardClaim(ctx.db, { ...input, ...claimant(ctx) })),
})
