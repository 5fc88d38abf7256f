import { z } from 'zod'
import { CADENCES } from '@/domain/follow-up/cadence'
import { addGroup, addMembers, changeGroup, dropMembers, GROUP_NAME_MAX, listGroups, removeGroup } from '@/server/services/contact/groups'
import { ownGroup, provedToChange } from '../own'
import { idOf, router, signedIn } from '../trpc'

const facts = z.object({ name: z.string().max(GROUP_NAME_MAX), cadence: z.enum(CADENCES).nullable() })
const members = z.object({ contactIds: z.array(idOf('contact')).min(1).max(200) })

interface Own {
  readonly viewer: { readonly userId: string }
  readonly group: { readonly id: string }
}
const own = ({ viewer, group }: Own) => ({ ownerId: viewer.userId, groupId: group.id })

export const groupRouter = router({
  /** The viewer's own groups. */
  list: signedIn().query(({ ctx }) => listGroups(ctx.db, ctx.viewer.userId)),

  /** A repeat finds the group of that name. */
  add: provedToChange()
    .input(facts)
    .mutation(({ ctx, input }) =>
      addGroup(ctx.db, { ...input, ownerId: ctx.viewer.userId, locale: ctx.locale, now: ctx.clock.now() }),
    ),

  change: ownGroup()
    .input(facts)
    .mutation(({ ctx, input: { name, cadence } }) => changeGroup(ctx.db, { ...own(ctx), name, cadence, locale: ctx.locale })),

  /** Deletes the group; the people in it stay. */
  remove: ownGroup().mutation(({ ctx }) => removeGroup(ctx.db, own(ctx))),

  addMembers: ownGroup()
    .input(members)
    .mutation(({ ctx, input }) => addMembers(ctx.db, { ...own(ctx), contactIds: input.contactIds })),

  dropMembers: ownGroup()
    .input(members)
    .mutation(({ ctx, input }) => dropMembers(ctx.db, { ...own(ctx), contactIds: input.contactIds })),
})
