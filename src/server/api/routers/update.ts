import { z } from 'zod'
import { listOwn } from '@/server/services/update/list-own'
import { muteAuthor, unmuteAuthor } from '@/server/services/update/mute-author'
import { removeUpdate } from '@/server/services/update/remove-update'
import { markShown, updatesFor } from '@/server/services/update/updates-for'
import { writeUpdate } from '@/server/services/update/write-update'
import { idOf, proved, router, signedIn } from '../trpc'

/** As many as one page shows. */
const SHOWN = 50
/** More groups than anybody keeps. */
const MOST_GROUPS = 100
// Longer than what is kept, so that a long text is refused with a sentence of its own.
const words = z.string().max(5000)
const nonce = z.string().min(16).max(64)
const oneUpdate = z.object({ updateId: idOf('update') })

export const updateRouter = router({
  /** What the viewer's people are working on; from then on it counts as shown. */
  list: signedIn().query(async ({ ctx }) => {
    const { userId } = ctx.viewer
    const updates = await updatesFor(ctx.db, { userId, limit: SHOWN })
    await markShown(
      ctx.db,
      userId,
      updates.map(({ updateId }) => updateId),
      ctx.clock.now(),
    )
    return updates
  }),

  /** What the viewer wrote, to whom they can write, whom they muted. */
  own: signedIn().query(({ ctx }) => listOwn(ctx.db, { userId: ctx.viewer.userId, now: ctx.clock.now() })),

  write: proved()
    .input(
      z.object({
        text: words,
        nonce,
        audience: z.discriminatedUnion('to', [
          z.object({ to: z.literal('PEOPLE') }),
          z.object({ to: z.literal('GROUPS'), groupIds: z.array(idOf('contactGroup')).max(MOST_GROUPS) }),
        ]),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeUpdate(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  remove: proved()
    .input(oneUpdate)
    .mutation(({ ctx, input }) => removeUpdate(ctx.db, { ...input, userId: ctx.viewer.userId, locale: ctx.locale })),

  mute: signedIn()
    .input(oneUpdate)
    .mutation(({ ctx, input }) =>
      muteAuthor(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  unmute: signedIn()
    .input(z.object({ authorId: idOf('user') }))
    .mutation(({ ctx, input }) => unmuteAuthor(ctx.db, { ...input, userId: ctx.viewer.userId })),
})
