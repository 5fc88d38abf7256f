import { z } from 'zod'
import { MOST_SCANS } from '@/domain/check-in/scanner'
import { checkInScans } from '@/server/services/scanner/check-in-scans'
import { describeEvening } from '@/server/services/scanner/describe-evening'
import { fixName } from '@/server/services/scanner/fix-name'
import { listRecent } from '@/server/services/scanner/list-recent'
import { listRoster } from '@/server/services/scanner/list-roster'
import { searchPeople } from '@/server/services/scanner/search-people'
import { undoCheckIn } from '@/server/services/scanner/undo-check-in'
import type { Context } from '../context'
import { idOf, inEvent, router } from '../trpc'

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

const onePerson = z.object({ personId: idOf('user') })

export const scannerRouter = router({
  /** For the scanner's page, which every other call of it follows. */
  evening: inEvent('letIn').query(({ ctx }) => describeEvening(ctx.event)),

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
  roster: inEvent('readNames').query(({ ctx, input }) => listRoster(ctx.db, atDoor(ctx, input))),

  /** People by name, beyond that list. */
  search: inEvent('readNames')
    .input(z.object({ name: z.string().max(TEXT_MAX) }))
    .query(({ ctx, input }) => searchPeople(ctx.db, { ...atDoor(ctx, input), name: input.name })),

  /** The latest arrivals, for undoing one. */
  recent: inEvent('readNames').query(({ ctx, input }) => listRecent(ctx.db, atDoor(ctx, input))),

  undo: inEvent('mendArrivals')
    .input(onePerson.extend({ reason: z.string().max(TEXT_MAX) }))
    .mutation(({ ctx, input }) =>
      undoCheckIn(ctx.db, { ...atDoor(ctx, input), personId: input.personId, reason: input.reason }),
    ),

  /** What the badge says. */
  fixName: inEvent('mendArrivals')
    .input(onePerson.extend({ name: z.string().max(TEXT_MAX) }))
    .mutation(({ ctx, input }) =>
      fixName(ctx.db, { ...atDoor(ctx, input), personId: input.personId, name: input.name }),
    ),
})
