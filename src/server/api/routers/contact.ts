import { z } from 'zod'
import { CADENCES } from '@/domain/follow-up/cadence'
import { addByHand } from '@/server/services/contact/add-by-hand'
import { CONTACT_LIMITS, editContact, liftPutOff, removeContact, setCadence } from '@/server/services/contact/edit-contact'
import { editInteraction, tickPromise } from '@/server/services/contact/edit-interaction'
import { FIELD_KINDS } from '@/server/services/contact/field-key'
import { listTags, setGroups } from '@/server/services/contact/groups'
import { LOGGED_KINDS, logInteraction, WORDS_MAX } from '@/server/services/contact/log-interaction'
import { CONTACT_SORTS, listContacts } from '@/server/services/contact/list-contacts'
import { replaceFields } from '@/server/services/contact/put-fields'
import { shareOwn, takeOwnBack } from '@/server/services/contact/share-own'
import { showContact } from '@/server/services/contact/show-contact'
import { undoLog } from '@/server/services/contact/undo-log'
import { orNotFound, ownContact, ownContactProved, provedToChange } from '../own'
import { idOf, router, signedIn } from '../trpc'

const page = z.number().int().min(1).max(10_000).default(1)
const nonce = z.string().min(8).max(64)
const words = z.object({
  note: z.string().max(WORDS_MAX.note).default(''),
  myPromise: z.string().max(WORDS_MAX.promise).default(''),
  theirPromise: z.string().max(WORDS_MAX.promise).default(''),
})
const facts = z.object({
  name: z.string().max(CONTACT_LIMITS.name),
  organization: z.string().max(CONTACT_LIMITS.organization).default(''),
  title: z.string().max(CONTACT_LIMITS.title).default(''),
  about: z.string().max(CONTACT_LIMITS.about).default(''),
  tags: z.string().max(CONTACT_LIMITS.tags).default(''),
  birthday: z.string().max(CONTACT_LIMITS.birthday).default(''),
})
const groupIds = z.array(idOf('contactGroup')).max(100)
const fields = z
  .array(z.object({ kind: z.enum(FIELD_KINDS), value: z.string().max(500), label: z.string().max(60).default('') }))
  .max(40)
const listed = z.object({
  q: z.string().max(200).default(''),
  sort: z.enum(CONTACT_SORTS).default('due'),
  groupId: idOf('contactGroup').optional(),
  tag: z.string().max(60).optional(),
  due: z.boolean().optional(),
  page,
})
const anInteraction = z.object({ interactionId: idOf('interaction') })

interface Own {
  readonly viewer: { readonly userId: string }
  readonly contact: { readonly id: string }
}
const own = ({ viewer, contact }: Own) => ({ ownerId: viewer.userId, contactId: contact.id })

export const contactRouter = router({
  /** A page of the viewer's own people, or of those who have what is looked for. */
  list: signedIn()
    .input(listed)
    .query(({ ctx, input }) => listContacts(ctx.db, { ...input, ownerId: ctx.viewer.userId, now: ctx.clock.now() })),

  /** All tags of the viewer's people. */
  tags: signedIn().query(({ ctx }) => listTags(ctx.db, ctx.viewer.userId)),

  /** One of them, with what happened and where it stands. */
  show: ownContact()
    .input(z.object({ page }))
    .query(({ ctx, input }) => orNotFound(ctx, showContact(ctx.db, { ...own(ctx), page: input.page, now: ctx.clock.now() }))),

  /** Somebody whom the viewer writes down by themself. A repeat with the same nonce is the same entry. */
  add: provedToChange()
    .input(facts.extend({ groupIds: groupIds.default([]), nonce }))
    .mutation(({ ctx, input: { groupIds: ids, nonce: once, ...typed } }) =>
      addByHand(ctx.db, {
        ownerId: ctx.viewer.userId,
        facts: typed,
        groupIds: ids,
        nonce: once,
        secret: ctx.secret,
        locale: ctx.locale,
        now: ctx.clock.now(),
      }),
    ),

  edit: ownContact()
    .input(facts)
    .mutation(({ ctx, input: { contactId: _, ...typed } }) => editContact(ctx.db, { ...own(ctx), facts: typed, locale: ctx.locale })),

  /** How often to be in touch; null: as the groups or the settings say. */
  setCadence: ownContact()
    .input(z.object({ cadence: z.enum(CADENCES).nullable() }))
    .mutation(({ ctx, input }) => setCadence(ctx.db, { ...own(ctx), cadence: input.cadence })),

  setGroups: ownContactProved()
    .input(z.object({ groupIds }))
    .mutation(({ ctx, input }) => ctx.db.$transaction((tx) => setGroups(tx, { ...own(ctx), groupIds: input.groupIds }))),

  /** The ways to reach them, all of them; those that are missing go. */
  setFields: ownContactProved()
    .input(z.object({ fields }))
    .mutation(({ ctx, input }) =>
      ctx.db.$transaction((tx) => replaceFields(tx, { contactId: ctx.contact.id, fields: input.fields, now: ctx.clock.now() })),
    ),

  /** Lets a member have the viewer's own address, or a phone number. */
  share: ownContactProved()
    .input(z.object({ email: z.boolean(), phone: z.string().max(40).default('') }))
    .mutation(({ ctx, input: { email, phone } }) =>
      shareOwn(ctx.db, {
        fromId: ctx.viewer.userId,
        toId: ctx.contact.userId,
        email: email ? ctx.viewer.email : null,
        phone,
        now: ctx.clock.now(),
        locale: ctx.locale,
      }),
    ),

  takeShareBack: ownContactProved().mutation(({ ctx }) =>
    takeOwnBack(ctx.db, { fromId: ctx.viewer.userId, toId: ctx.contact.userId }),
  ),

  /** Ends 'later' and 'skip'. */
  liftPutOff: ownContact().mutation(({ ctx }) => liftPutOff(ctx.db, own(ctx))),

  /** Deletes the entry with all that stands about it. */
  remove: ownContact().mutation(({ ctx }) => removeContact(ctx.db, own(ctx))),

  /** Wrote, called, met or a note: just now. A repeat with the same nonce gets the first receipt. */
  log: ownContact()
    .input(words.extend({ kind: z.enum(LOGGED_KINDS), nonce }))
    .mutation(({ ctx, input: { contactId: _, ...what } }) =>
      orNotFound(ctx, ctx.db.$transaction((tx) => logInteraction(tx, { ...own(ctx), ...what, at: ctx.clock.now() }))),
    ),

  /** Takes back what the viewer wrote down; done again it is done. */
  undoLog: ownContact()
    .input(anInteraction)
    .mutation(({ ctx, input }) => orNotFound(ctx, undoLog(ctx.db, { ...own(ctx), interactionId: input.interactionId }))),

  /** Other words about something that happened, and, of what the viewer wrote down, another day. */
  editInteraction: ownContact()
    .input(anInteraction.extend({ ...words.shape, on: z.string().max(10).optional() }))
    .mutation(({ ctx, input: { contactId: _, interactionId, ...changed } }) =>
      orNotFound(
        ctx,
        editInteraction(ctx.db, { ...own(ctx), interactionId, words: changed, now: ctx.clock.now(), locale: ctx.locale }),
      ),
    ),

  /** A promise was kept, or was not yet. */
  tickPromise: ownContact()
    .input(anInteraction.extend({ whose: z.enum(['MINE', 'THEIRS']), kept: z.boolean() }))
    .mutation(({ ctx, input: { interactionId, whose, kept } }) =>
      tickPromise(ctx.db, { ...own(ctx), interactionId, whose, kept, now: ctx.clock.now() }),
    ),
})
