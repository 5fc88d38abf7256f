import { z } from 'zod'
import { answerIntroduction, undoAnswer } from '@/server/services/introduction/answer-introduction'
import { draftIntroduction } from '@/server/services/introduction/draft-introduction'
import { givenAndGot } from '@/server/services/introduction/given-and-got'
import { introduciblePeople } from '@/server/services/introduction/introducible'
import { answerByLink, undoByLink, viewIntroductionLink } from '@/server/services/introduction/introduction-link'
import { listIntroductions } from '@/server/services/introduction/list-introductions'
import { introductionsWaiting } from '@/server/services/introduction/list-waiting'
import { makeIntroduction, withdrawIntroduction } from '@/server/services/introduction/make-introduction'
import { pairsAtEvent } from '@/server/services/introduction/pairs-at-event'
import { sayOutcome } from '@/server/services/introduction/say-outcome'
import { detailsInput } from '@/server/services/introduction/shared-details'
import { provedToChange } from '../own'
import { idOf, inEvent, proved, router, signedIn, withToken } from '../trpc'

const oneIntroduction = z.object({ introductionId: idOf('introduction') })
const reply = z.discriminatedUnion('answer', [
  detailsInput.extend({ answer: z.literal('ACCEPTED') }),
  z.object({ answer: z.literal('DECLINED') }),
])
/** The first of the two is one of one's own people, or whoever sent one an ask. */
const pair = z.object({
  one: z.union([z.strictObject({ contactId: idOf('contact') }), z.strictObject({ askId: idOf('ask') })]),
  otherContactId: idOf('contact'),
})

export const introductionRouter = router({
  /** What waits for the viewer, what they answered, whom they were brought together with, what they made. */
  mine: signedIn().query(async ({ ctx }) => {
    const asked = { userId: ctx.viewer.userId, now: ctx.clock.now() }
    const [waiting, lists] = await Promise.all([introductionsWaiting(ctx.db, asked), listIntroductions(ctx.db, asked)])
    return { waiting, ...lists }
  }),

  /** The viewer's own people who can be introduced. */
  people: proved().query(({ ctx }) => introduciblePeople(ctx.db, ctx.viewer.userId)),

  /** The two of them, and a reason for each to begin with. Changes nothing. */
  draft: proved()
    .input(pair)
    .query(({ ctx, input }) =>
      draftIntroduction(ctx.db, { ...input, ownerId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  make: provedToChange()
    .input(pair.extend({ reasonForOne: z.string().max(1000), reasonForOther: z.string().max(1000), nonce: z.string().min(16).max(64) }))
    .mutation(({ ctx, input }) =>
      makeIntroduction(ctx.db, { ...input, byId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  withdraw: provedToChange()
    .input(oneIntroduction)
    .mutation(({ ctx, input }) =>
      withdrawIntroduction(ctx.db, { ...input, byId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  /** On the viewer's own side, whatever else is sent. */
  answer: provedToChange()
    .input(oneIntroduction.extend({ reply }))
    .mutation(({ ctx, input }) =>
      answerIntroduction(
        ctx.db,
        { introductionId: input.introductionId, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale },
        input.reply,
      ),
    ),

  undo: provedToChange()
    .input(oneIntroduction)
    .mutation(({ ctx, input }) =>
      undoAnswer(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  sayOutcome: provedToChange()
    .input(oneIntroduction.extend({ outcome: z.enum(['IN_TOUCH', 'NOT_YET', 'NOTHING']) }))
    .mutation(({ ctx, input }) =>
      sayOutcome(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  /** 'You know both': who of those whom the viewer met at the event should meet. */
  pairs: inEvent('seeRoom').query(({ ctx }) => pairsAtEvent(ctx.db, { viewerId: ctx.viewer.userId, eventId: ctx.event.id })),

  /** What the viewer gave and got. */
  given: signedIn().query(({ ctx }) => givenAndGot(ctx.db, ctx.viewer.userId)),

  /** What a link of a mail is about. Changes nothing. */
  viewLink: withToken().query(({ ctx, input }) => viewIntroductionLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  answerLink: withToken()
    .input(z.object({ reply }))
    .mutation(({ ctx, input }) => answerByLink(ctx.db, { ...ctx, token: input.token, now: ctx.clock.now() }, input.reply)),
  undoLink: withToken().mutation(({ ctx, input }) => undoByLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
})
