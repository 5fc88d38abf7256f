import { z } from 'zod'
import { ACTS } from '@/domain/follow-up/today'
import { neededAfterAll } from '@/server/services/follow-up/not-needed'
import { loadCard } from '@/server/services/today/load-card'
import { loadToday } from '@/server/services/today/load-today'
import { goOn, pauseAll } from '@/server/services/today/pause-all'
import { putOff, takeUpAgain } from '@/server/services/today/put-off'
import { DRAFT_MAX, saveDraft } from '@/server/services/today/save-draft'
import { sayDone } from '@/server/services/today/say-done'
import { skipRound, takeTodaysSkipBack } from '@/server/services/today/skip-round'
import type { Context } from '../context'
import { orNotFound, ownContact, provedToChange } from '../own'
import { router, signedIn } from '../trpc'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

type Own = Context & { readonly viewer: NonNullable<Context['viewer']>; readonly contact: { readonly id: string } }

const own = ({ viewer, contact, clock }: Own) => ({ userId: viewer.userId, contactId: contact.id, now: clock.now() })

export const todayRouter = router({
  /** Who is due, and the four from the bottom, with a draft to each. */
  mine: signedIn()
    .input(z.object({ page: z.number().int().min(0).max(10_000).default(0) }))
    .query(({ ctx, input }) =>
      loadToday(ctx.db, { userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale, page: input.page }),
    ),

  /** The card of one contact with its draft, due or not. */
  card: ownContact().query(({ ctx }) => orNotFound(ctx, loadCard(ctx.db, { ...own(ctx), locale: ctx.locale }))),

  /** 'Did it.' A repeat with the same nonce gets the first receipt; `contact.undoLog` takes it back. */
  did: ownContact()
    .input(z.object({ kind: z.enum(['WROTE', 'CALLED']), nonce: z.string().min(8).max(64) }))
    .mutation(({ ctx, input }) => orNotFound(ctx, sayDone(ctx.db, { ...own(ctx), kind: input.kind, nonce: input.nonce }))),

  putOff: ownContact()
    .input(z.object({ until: z.union([z.enum(['tomorrow', 'next-week']), day]) }))
    .mutation(({ ctx, input }) => putOff(ctx.db, { ...own(ctx), until: input.until, locale: ctx.locale })),

  skip: ownContact().mutation(({ ctx }) => skipRound(ctx.db, own(ctx))),

  /** Takes back what was done today about a contact. */
  undo: ownContact()
    .input(z.object({ act: z.enum(ACTS).exclude(['done']) }))
    .mutation(({ ctx, input }) => {
      switch (input.act) {
        case 'snoozed':
          return takeUpAgain(ctx.db, own(ctx))
        case 'skipped':
          return takeTodaysSkipBack(ctx.db, own(ctx))
        case 'not-needed':
          return neededAfterAll(ctx.db, own(ctx))
      }
    }),

  saveDraft: ownContact()
    .input(z.object({ text: z.string().max(DRAFT_MAX) }))
    .mutation(({ ctx, input }) => saveDraft(ctx.db, { ...own(ctx), text: input.text })),

  /** All reminders rest, up to a date or until the viewer goes on. */
  pause: provedToChange()
    .input(z.object({ until: day.nullable() }))
    .mutation(({ ctx, input }) =>
      pauseAll(ctx.db, { userId: ctx.viewer.userId, now: ctx.clock.now(), until: input.until, locale: ctx.locale }),
    ),

  goOn: provedToChange().mutation(({ ctx }) => goOn(ctx.db, ctx.viewer.userId)),
})
