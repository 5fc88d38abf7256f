import { listOutbox, readOutboxMail } from '@/server/services/mail/list-outbox'
import { resubscribe, unsubscribe, unsubscribeState } from '@/server/services/mail/unsubscribe'
import { z } from 'zod'
import { asOperator, idOf, router, withToken } from '../trpc'

export const mailRouter = router({
  /** Mail that has not gone out, for the operator. */
  outbox: asOperator().query(({ ctx }) => listOutbox(ctx)),
  /** One of them in words, without what is private to its reader. */
  read: asOperator()
    .input(z.object({ mailId: idOf('mail') }))
    .query(({ ctx, input }) => readOutboxMail(ctx, input.mailId, ctx.locale)),
  /** What a link for switching mail off is about. Changes nothing. */
  unsubscribeState: withToken().query(({ ctx, input }) => unsubscribeState(ctx.db, { ...ctx, ...input })),
  unsubscribe: withToken().mutation(({ ctx, input }) => unsubscribe(ctx.db, { ...ctx, ...input }, ctx.clock.now())),
  resubscribe: withToken().mutation(({ ctx, input }) => resubscribe(ctx.db, { ...ctx, ...input })),
})
