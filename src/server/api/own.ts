import { z } from 'zod'
import { DomainError } from '@/domain/errors'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { contactsOf } from '@/server/db/scopes'
import { textOf } from '@/text/translator'
import type { Context } from './context'
import { idOf, proved, signedIn } from './trpc'

/** Changes of one person to what is theirs: more than anybody makes by hand, far fewer than a script can. */
const CHANGES: Limit = { name: 'own', times: 240, seconds: 60 }

/** @throws DomainError TOO_MANY when this person has made too many changes to what is theirs. */
export async function demandPace(ctx: Context, viewerId: string): Promise<void> {
  if (await withinLimit(ctx.db, CHANGES, viewerId)) return
  throw new DomainError('TOO_MANY', textOf(ctx.locale, 'errors')('tooFast'))
}

/** The viewer's row. @throws DomainError NOT_FOUND for one that is another's or nobody's. */
export async function orNotFound<Row>(ctx: Context, row: Promise<Row | null>): Promise<Row> {
  const found = await row
  if (found === null) throw new DomainError('NOT_FOUND', textOf(ctx.locale, 'errors')('notFound'))
  return found
}

const aContact = z.object({ contactId: idOf('contact') })
const CONTACT = { id: true, userId: true } as const
const findContact = (ctx: Context, viewerId: string, id: string) =>
  orNotFound(ctx, ctx.db.contact.findFirst({ where: { ...contactsOf(viewerId), id }, select: CONTACT }))

/** For whoever is signed in and changes what is theirs alone; a script is slowed down. */
export const signedInToChange = () =>
  signedIn().use(async ({ ctx, next }) => {
    await demandPace(ctx, ctx.viewer.userId)
    return next({ ctx })
  })

/** As {@link signedInToChange}, for what belongs to a proved address. */
export const provedToChange = () =>
  proved().use(async ({ ctx, next }) => {
    await demandPace(ctx, ctx.viewer.userId)
    return next({ ctx })
  })

/** Takes `contactId` and hands over `ctx.contact`, an entry in the viewer's own list; door guests have one too. */
export const ownContact = () =>
  signedIn()
    .input(aContact)
    .use(async ({ ctx, input, type, next }) => {
      if (type === 'mutation') await demandPace(ctx, ctx.viewer.userId)
      return next({ ctx: { ...ctx, contact: await findContact(ctx, ctx.viewer.userId, input.contactId) } })
    })

/** As {@link ownContact}, for what only a proved address may do with an entry. */
export const ownContactProved = () =>
  provedToChange()
    .input(aContact)
    .use(async ({ ctx, input, next }) =>
      next({ ctx: { ...ctx, contact: await findContact(ctx, ctx.viewer.userId, input.contactId) } }),
    )

/** Takes `groupId` and hands over `ctx.group`, a group of the viewer's own. */
export const ownGroup = () =>
  provedToChange()
    .input(z.object({ groupId: idOf('contactGroup') }))
    .use(async ({ ctx, input, next }) => {
      const mine = { id: input.groupId, ownerId: ctx.viewer.userId }
      const group = await orNotFound(ctx, ctx.db.contactGroup.findFirst({ where: mine, select: { id: true } }))
      return next({ ctx: { ...ctx, group } })
    })

/** Takes `updateId` and hands over `ctx.update`, an update or takeaway that the viewer wrote. */
export const ownUpdate = () =>
  provedToChange()
    .input(z.object({ updateId: idOf('update') }))
    .use(async ({ ctx, input, next }) => {
      const mine = { id: input.updateId, userId: ctx.viewer.userId }
      const update = await orNotFound(ctx, ctx.db.update.findFirst({ where: mine, select: { id: true } }))
      return next({ ctx: { ...ctx, update } })
    })

/** Takes `followUpId` and hands over `ctx.followUp`, a prompt of the viewer's own; door guests have them too. */
export const ownFollowUp = () =>
  signedInToChange()
    .input(z.object({ followUpId: idOf('followUp') }))
    .use(async ({ ctx, input, next }) => {
      const mine = { id: input.followUpId, ownerId: ctx.viewer.userId }
      const followUp = await orNotFound(ctx, ctx.db.followUp.findFirst({ where: mine, select: { id: true } }))
      return next({ ctx: { ...ctx, followUp } })
    })

/** Takes `runId` and hands over `ctx.run`, an import of the viewer's own. */
export const ownImportRun = () =>
  provedToChange()
    .input(z.object({ runId: idOf('importRun') }))
    .use(async ({ ctx, input, next }) => {
      const mine = { id: input.runId, ownerId: ctx.viewer.userId }
      const run = await orNotFound(ctx, ctx.db.importRun.findFirst({ where: mine, select: { id: true } }))
      return next({ ctx: { ...ctx, run } })
    })

/** What reads the whole list of one person and compares or writes out all of it. */
const WHOLE_LISTS: Limit = { name: 'whole-list', times: 40, seconds: 60 }

/** For whoever asks for all of their own list at once. @throws DomainError TOO_MANY beyond {@link WHOLE_LISTS}. */
export const provedForAll = () =>
  proved().use(async ({ ctx, next }) => {
    if (await withinLimit(ctx.db, WHOLE_LISTS, ctx.viewer.userId)) return next({ ctx })
    throw new DomainError('TOO_MANY', textOf(ctx.locale, 'errors')('tooFast'))
  })

/** Files of one person: each is read whole. */
const FILES: Limit = { name: 'import', times: 20, seconds: 3_600 }

/** For whoever brings a file. @throws DomainError TOO_MANY beyond {@link FILES}. */
export const provedToRead = () =>
  proved().use(async ({ ctx, next }) => {
    if (await withinLimit(ctx.db, FILES, ctx.viewer.userId)) return next({ ctx })
    throw new DomainError('TOO_MANY', textOf(ctx.locale, 'errors')('tooFast'))
  })
