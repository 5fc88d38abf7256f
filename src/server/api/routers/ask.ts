import { z } from 'zod'
import { answerAsk, undoPass } from '@/server/services/ask/answer-ask'
import { answerAskByLink, undoPassByLink, viewAskLink } from '@/server/services/ask/ask-link'
import { listAsks } from '@/server/services/ask/list-asks'
import { closeAsk, putAsk } from '@/server/services/ask/put-ask'
import { detailsInput } from '@/server/services/introduction/shared-details'
import { provedToChange } from '../own'
import { idOf, router, signedIn, withToken } from '../trpc'

const oneAsk = z.object({ askId: idOf('ask') })
const reply = z.discriminatedUnion('answer', [
  detailsInput.extend({ answer: z.literal('CAN_HELP'), note: z.string().max(1000) }),
  z.object({ answer: z.literal('PASSED') }),
])

export const askRouter = router({
  /** The asks that wait for the viewer, their own, and where they can ask. */
  mine: signedIn().query(({ ctx }) =>
    listAsks(ctx.db, { userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
  ),

  /** Asks the few most likely to know, of a community that the viewer belongs to or of their own people. */
  put: provedToChange()
    .input(
      z.object({
        communityId: idOf('community').nullable(),
        text: z.string().max(1000),
        details: detailsInput,
        nonce: z.string().min(16).max(64),
      }),
    )
    .mutation(({ ctx, input }) =>
      putAsk(ctx.db, { ...input, byId: ctx.viewer.userId, email: ctx.viewer.email, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  close: provedToChange()
    .input(oneAsk)
    .mutation(({ ctx, input }) => closeAsk(ctx.db, { ...input, byId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale })),

  answer: provedToChange()
    .input(oneAsk.extend({ reply }))
    .mutation(({ ctx, input }) =>
      answerAsk(
        ctx.db,
        { askId: input.askId, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale },
        input.reply,
      ),
    ),

  undo: provedToChange()
    .input(oneAsk)
    .mutation(({ ctx, input }) => undoPass(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale })),

  /** What a link of a mail is about. Changes nothing. */
  viewLink: withToken().query(({ ctx, input }) => viewAskLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  answerLink: withToken()
    .input(z.object({ reply }))
    .mutation(({ ctx, input }) => answerAskByLink(ctx.db, { ...ctx, token: input.token, now: ctx.clock.now() }, input.reply)),
  undoLink: withToken().mutation(({ ctx, input }) => undoPassByLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
})
