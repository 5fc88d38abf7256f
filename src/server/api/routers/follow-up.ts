import { z } from 'zod'
import { localDate } from '@/domain/follow-up/morning-after'
import { cleanLine } from '@/domain/text'
import { listPlanned } from '@/server/services/follow-up/list-planned'
import { actOnLink, undoLink, viewLink } from '@/server/services/follow-up/mail-link'
import { notNeeded } from '@/server/services/follow-up/not-needed'
import { ABOUT_MAX, planFollowUp } from '@/server/services/follow-up/plan-follow-up'
import { personZone } from '@/server/services/person/person-zone'
import { ownContact, ownFollowUp } from '../own'
import { router, withToken } from '../trpc'

export const followUpRouter = router({
  /** What a link of a mail is about, a prompt or a contact. Changes nothing. */
  view: withToken().query(({ ctx, input }) => viewLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  act: withToken().mutation(({ ctx, input }) => actOnLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),

  /** 'If it is Thursday 9:00, I write to her.' A repeat with the same nonce counts once. */
  plan: ownContact()
    .input(
      z.object({
        dueOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        dueTime: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/).nullable(),
        about: z.string().max(ABOUT_MAX).transform((text) => cleanLine(text, ABOUT_MAX)),
        nonce: z.string().min(8).max(64),
      }),
    )
    .mutation(({ ctx, input: { dueOn, dueTime, about, nonce } }) => {
      const { db, secret, locale, viewer, contact, clock } = ctx
      return planFollowUp(db, { userId: viewer.userId, contactId: contact.id, dueOn, dueTime, about, nonce, now: clock.now(), secret, locale })
    }),

  /** What the viewer planned with a contact, and today's date on their calendar. */
  planned: ownContact().query(async ({ ctx }) => ({
    date: localDate(ctx.clock.now(), await personZone(ctx.db, ctx.viewer.userId)),
    planned: await listPlanned(ctx.db, { userId: ctx.viewer.userId, contactId: ctx.contact.id }),
  })),

  notNeeded: ownFollowUp().mutation(({ ctx }) =>
    notNeeded(ctx.db, { userId: ctx.viewer.userId, followUpId: ctx.followUp.id, now: ctx.clock.now() }),
  ),

  undo: withToken().mutation(({ ctx, input }) => undoLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
})
