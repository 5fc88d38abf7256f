import { z } from 'zod'
import { deleteAccount } from '@/server/services/account/delete-account'
import { exportAccount } from '@/server/services/account/export-account'
import { signedInToChange } from '../own'
import { router, signedIn } from '../trpc'

export const accountRouter = router({
  /** Everything that is the viewer's own; door guests have something too. */
  data: signedIn().query(({ ctx }) => exportAccount(ctx.db, ctx.viewer.userId, ctx.clock.now())),
  /** Deletes the viewer with all that is theirs; what there is of a door guest can go as well. */
  delete: signedInToChange()
    .input(z.object({ typed: z.string().max(300) }))
    .mutation(({ ctx, input }) =>
      deleteAccount(ctx.db, {
        ...input,
        userId: ctx.viewer.userId,
        email: ctx.viewer.email,
        name: ctx.viewer.name,
        now: ctx.clock.now(),
        locale: ctx.locale,
      }),
    ),
})
