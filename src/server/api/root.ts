import { createCallerFactory, router } from './trpc'
import { claimRouter } from './routers/claim'
import { doorRouter } from './routers/door'
import { healthRouter } from './routers/health'
import { sessionRouter } from './routers/session'
import { signInRouter } from './routers/sign-in'

/** Every procedure there is, listed by hand. */
export const appRouter = router({
  claim: claimRouter,
  door: doorRouter,
  health: healthRouter,
  session: sessionRouter,
  signIn: signInRouter,
})

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
