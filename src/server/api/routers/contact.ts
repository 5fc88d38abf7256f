import { z } from 'zod'
import { LOGGED_KINDS, logInteraction, WORDS_MAX } from '@/server/services/contact/log-interaction'
import { CONTACT_SORTS, listContacts } from '@/server/services/contact/list-contacts'
import { showContact } from '@/server/services/contact/show-contact'
import { undoLog } from '@/server/services/contact/undo-log'
import { orNotFound, ownContact } from '../own'
import { idOf, router, signedIn } from '../trpc'

const page = z.number().int().min(1).max(10_000).default(1)
const nonce = z.string().min(8).max(64)
const words = z.object({
  note: z.string().max(WORDS_MAX.note).default(''),
  myPromise: z.string().max(WORDS_MAX.promise).default(''),
  theirPromise: z.string().max(WORDS_MAX.promise).default(''),
})
const listed = z.object({
  sort: z.enum(CONTACT_SORTS).default('due'),
  groupId: idOf('contactGroup').optional(),
  tag: z.string().max(60).optional(),
  due: z.boolean().optional(),
  page,
})

export const contactRouter = router({
  /** A page of the viewer's own people. */
  list: signedIn()
    .input(listed)
    .query(({ ctx, input }) => listContacts(ctx.db, { ...input, ownerId: ctx.viewer.userId, now: ctx.clock.now() })),

  /** One of them, with what happened and where it stands. */
  show: ownContact()
    .input(z.object({ page }))
    .query(({ ctx, input }) =>
      orNotFound(
        ctx,
        showContact(ctx.db, { ownerId: ctx.viewer.userId, contactId: ctx.contact.id, page: input.page, now: ctx.clock.now() }),
      ),
    ),

  /** Wrote, called, met or a note: just now. A repeat with the same nonce gets the first receipt. */
  log: ownContact()
    .input(words.extend({ kind: z.enum(LOGGED_KINDS), nonce }))
    .mutation(({ ctx, input }) => {
      const { kind, note, myPromise, theirPromise } = input
      const what = { kind, note, myPromise, theirPromise, nonce: input.nonce, at: ctx.clock.now() }
      return orNotFound(
        ctx,
        ctx.db.$transaction((tx) => logInteraction(tx, { ownerId: ctx.viewer.userId, contactId: ctx.contact.id, ...what })),
      )
    }),

  /** Takes back what the viewer wrote down; done again it is done. */
  undoLog: ownContact()
    .input(z.object({ interactionId: idOf('interaction') }))
    .mutation(({ ctx, input }) =>
      orNotFound(ctx, undoLog(ctx.db, { ownerId: ctx.viewer.userId, contactId: ctx.contact.id, interactionId: input.interactionId })),
    ),
})
