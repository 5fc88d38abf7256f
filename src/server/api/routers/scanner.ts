import { z } from 'zod'
import { MOST_SCANS } from '@/domain/check-in/scanner'
import { checkInScans } from '@/server/services/scanner/check-in-scans'
import { listRoster } from '@/server/services/scanner/list-roster'
import type { Context } from '../context'
import { inEvent, router } from '../trpc'

/** What every service takes of a call. */
const atDoor = (
  ctx: Pick<Context, 'clock' | 'locale'> & { readonly viewer: { readonly userId: string } },
  { eventId }: { readonly eventId: string },
) => ({ eventId, hostId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale })

/** Longer than any code, name or address: one that is too long is answered with a sentence like any other. */
const TEXT_MAX = 10_000

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('CODE'), text: z.string().max(TEXT_MAX) }),
  // Any text: an id that is none is somebody who is not known, and does not spoil the scans beside it.
  z.object({ kind: z.literal('PERSON'), personId: z.string().max(TEXT_MAX) }),
  z.object({ kind: z.literal('WALK_IN'), name: z.string().max(TEXT_MAX), email: z.string().max(TEXT_MAX) }),
])

const scan = z.object({
  nonce: z.string().regex(/^[\w-]{16,64}$/),
  target,
  agoMs: z.number(),
  letIn: z.boolean(),
})

export const scannerRouter = router({
  /** Checks people in: scans of now, and those that a device kept while it had no network. */
  checkIn: inEvent('letIn')
    .input(z.object({ scans: z.array(scan).min(1).max(MOST_SCANS) }))
    .mutation(({ ctx, input }) =>
      checkInScans(ctx.db, {
        ...atDoor(ctx, input),
        secret: ctx.secret,
        publicUrl: ctx.publicUrl,
        scans: input.scans,
      }),
    ),

  /** The list that a device keeps for this event. */
  roster: inEvent('letIn').query(({ ctx, input }) => listRoster(ctx.db, atDoor(ctx, input))),
})
