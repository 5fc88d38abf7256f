import { z } from 'zod'
import { undoMerge } from '@/server/services/contact/undo-merge'
import { listDuplicates } from '@/server/services/duplicate/list-duplicates'
import { keepApart, mergeSure, mergeTwo } from '@/server/services/duplicate/settle-duplicates'
import type { Context } from '../context'
import { provedForAll, provedToChange } from '../own'
import { idOf, router } from '../trpc'

const two = z.object({ keepId: idOf('contact'), goneId: idOf('contact') })

interface Asker {
  readonly clock: Context['clock']
  readonly locale: Context['locale']
  readonly viewer: { readonly userId: string }
}

const asker = ({ viewer, clock, locale }: Asker) => ({ ownerId: viewer.userId, now: clock.now(), locale })

export const duplicateRouter = router({
  /** Entries of the viewer's list that may be one person, and what was merged lately. */
  list: provedForAll().query(({ ctx }) => listDuplicates(ctx.db, ctx.viewer.userId)),
  merge: provedToChange()
    .input(two)
    .mutation(({ ctx, input }) => mergeTwo(ctx.db, { ...asker(ctx), ...input })),
  /** All that are surely one person, at once. */
  mergeSure: provedForAll().mutation(({ ctx }) => mergeSure(ctx.db, asker(ctx))),
  keepApart: provedToChange()
    .input(two)
    .mutation(({ ctx, input }) => keepApart(ctx.db, { ...asker(ctx), ...input })),
  /** Takes a merge back. */
  undo: provedToChange()
    .input(z.object({ mergeId: idOf('contactMerge') }))
    .mutation(({ ctx, input }) => undoMerge(ctx.db, { ...asker(ctx), ...input })),
})
