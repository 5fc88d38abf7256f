import { createCallerFactory, router } from './trpc'
import { claimRouter } from './routers/claim'
import { doorRouter } from './routers/door'
import { healthRouter } from './routers/health'
import { homeRouter } from './routers/home'
import { interestRouter } from './routers/interest'
import { meetingRouter } from './routers/meeting'
import { personRouter } from './routers/person'
import { profileRouter } from './routers/profile'
import { roomRouter } from './routers/room'
import { sessionRouter } from './routers/session'
import { signInRouter } from './routers/sign-in'

/** Every procedure there is, listed by hand. */
export const appRouter = router({
  claim: claimRouter,
  door: doorRouter,
  health: healthRouter,
  home: homeRouter,
  interest: interestRouter,
  meeting: meetingRouter,
  person: personRouter,
  profile: profileRouter,
  room: roomRouter,
  session: sessionRouter,
  signIn: signInRouter,
})

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
