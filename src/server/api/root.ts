import { createCallerFactory, router } from './trpc'
import { accountRouter } from './routers/account'
import { askRouter } from './routers/ask'
import { badgeRouter } from './routers/badge'
import { calendarRouter } from './routers/calendar'
import { circleRouter } from './routers/circle'
import { claimRouter } from './routers/claim'
import { communityRouter } from './routers/community'
import { contactRouter } from './routers/contact'
import { doorRouter } from './routers/door'
import { duplicateRouter } from './routers/duplicate'
import { eventRouter } from './routers/event'
import { followUpRouter } from './routers/follow-up'
import { groupRouter } from './routers/group'
import { healthRouter } from './routers/health'
import { homeRouter } from './routers/home'
import { hostingRouter } from './routers/hosting'
import { importRouter } from './routers/import'
import { interestRouter } from './routers/interest'
import { introductionRouter } from './routers/introduction'
import { mailRouter } from './routers/mail'
import { meetingRouter } from './routers/meeting'
import { myCircleRouter } from './routers/my-circle'
import { personRouter } from './routers/person'
import { profileRouter } from './routers/profile'
import { pushRouter } from './routers/push'
import { roomRouter } from './routers/room'
import { rsvpRouter } from './routers/rsvp'
import { scannerRouter } from './routers/scanner'
import { seriesRouter } from './routers/series'
import { sessionRouter } from './routers/session'
import { setUpRouter } from './routers/set-up'
import { signInRouter } from './routers/sign-in'
import { slipRouter } from './routers/slip'
import { todayRouter } from './routers/today'
import { updateRouter } from './routers/update'

/** Every procedure there is, listed by hand. */
export const appRouter = router({
  account: accountRouter,
  ask: askRouter,
  badge: badgeRouter,
  calendar: calendarRouter,
  circle: circleRouter,
  claim: claimRouter,
  community: communityRouter,
  contact: contactRouter,
  door: doorRouter,
  duplicate: duplicateRouter,
  event: eventRouter,
  followUp: followUpRouter,
  group: groupRouter,
  health: healthRouter,
  home: homeRouter,
  hosting: hostingRouter,
  import: importRouter,
  interest: interestRouter,
  introduction: introductionRouter,
  mail: mailRouter,
  meeting: meetingRouter,
  myCircle: myCircleRouter,
  person: personRouter,
  profile: profileRouter,
  push: pushRouter,
  room: roomRouter,
  rsvp: rsvpRouter,
  scanner: scannerRouter,
  series: seriesRouter,
  session: sessionRouter,
  setUp: setUpRouter,
  signIn: signInRouter,
  slip: slipRouter,
  today: todayRouter,
  update: updateRouter,
})

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
