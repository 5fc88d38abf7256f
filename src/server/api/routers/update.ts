import { z } from 'zod'
import { listOwn } from '@/server/services/update/list-own'
import { muteAuthor, unmuteAuthor } from '@/server/services/update/mute-author'
import { muteByLink, unmuteByLink, viewMute } from '@/server/services/update/mute-by-link'
import { removeUpdate } from '@/server/services/update/remove-update'
import { ownTakeaways, takeawaysOf } from '@/server/services/update/takeaways-of'
import { markShown, updatesFor, type UpdateShown } from '@/server/services/update/updates-for'
import { writeTakeaway } from '@/server/services/update/write-takeaway'
import { writeUpdate } from '@/server/services/update/write-update'
import { inRoomProved } from '../in-room'
import { ownUpdate, provedToChange, signedInToChange } from '../own'
import { idOf, inEvent, router, signedIn, withToken } from '../trpc'

/** As many as one page shows. */
const SHOWN = 50
/** More groups than anybody keeps. */
const MOST_GROUPS = 100
// Longer than what is kept, so that a long text is refused with a sentence of its own.
const words = z.string().max(5000)
const nonce = z.string().min(16).max(64)

const idsOf = (updates: readonly UpdateShown[]) => updates.map(({ updateId }) => updateId)

export const updateRouter = router({
  /** What the viewer's people are working on; from then on it counts as shown. */
  list: signedIn().query(async ({ ctx }) => {
    const { userId } = ctx.viewer
    const updates = await updatesFor(ctx.db, { userId, limit: SHOWN })
    await markShown(ctx.db, userId, idsOf(updates), ctx.clock.now())
    return updates
  }),

  /** What the viewer wrote, to whom they can write, whom they muted. */
  own: signedIn().query(({ ctx }) => listOwn(ctx.db, { userId: ctx.viewer.userId, now: ctx.clock.now() })),

  write: provedToChange()
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

  remove: ownUpdate().mutation(({ ctx }) =>
    removeUpdate(ctx.db, { userId: ctx.viewer.userId, updateId: ctx.update.id, locale: ctx.locale }),
  ),

  mute: signedInToChange()
    .input(z.object({ updateId: idOf('update') }))
    .mutation(({ ctx, input }) =>
      muteAuthor(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  unmute: signedInToChange()
    .input(z.object({ authorId: idOf('user') }))
    .mutation(({ ctx, input }) => unmuteAuthor(ctx.db, { ...input, userId: ctx.viewer.userId })),

  /** What a link of a digest is about. Changes nothing. */
  muteView: withToken().query(({ ctx, input }) => viewMute(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  muteByLink: withToken().mutation(({ ctx, input }) => muteByLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  unmuteByLink: withToken().mutation(({ ctx, input }) => unmuteByLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),

  /** What others took away from an evening, which counts as shown from then on, and the viewer's own. */
  takeaways: inEvent('seeRoom').query(async ({ ctx }) => {
    const { userId } = ctx.viewer
    const now = ctx.clock.now()
    const theirs = await takeawaysOf(ctx.db, { eventId: ctx.event.id, userId })
    await markShown(ctx.db, userId, idsOf(theirs), now)
    return { theirs, ...(await ownTakeaways(ctx.db, { event: ctx.event, userId, now })) }
  }),

  writeTakeaway: inRoomProved()
    .input(z.object({ text: words, nonce }))
    .mutation(({ ctx, input }) =>
      writeTakeaway(ctx.db, {
        text: input.text,
        nonce: input.nonce,
        event: ctx.event,
        userId: ctx.viewer.userId,
        now: ctx.clock.now(),
        locale: ctx.locale,
      }),
    ),
})
