import { signOut } from '@/server/services/session/sign-out'
import { router, signedIn } from '../trpc'

export const sessionRouter = router({
  signOut: signedIn().mutation(({ ctx }) => signOut(ctx.db, ctx.viewer.sessionHash)),
})
