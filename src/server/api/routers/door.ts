import { z } from 'zod'
import { DOOR_SESSION_HOURS } from '@/server/auth/session-cookie'
import { checkIn } from '@/server/services/door/check-in'
import { checkInGuest } from '@/server/services/door/check-in-guest'
import { openDoor } from '@/server/services/door/open-door'
import { inEvent, router, withToken } from '../trpc'

export const doorRouter = router({
  /** What a phone sees that opened a door code; the code is the permission. */
  open: withToken()
    .input(z.object({ claim: z.string().max(200).optional() }))
    .query(async ({ ctx, input }) => {
      const opened = await openDoor(ctx.db, {
        secret: ctx.secret,
        code: input.token,
        claim: input.claim,
        now: ctx.clock.now(),
        locale: ctx.locale,
        userId: ctx.viewer?.userId,
        requestId: ctx.requestId,
      })
      return { ...opened, viewerName: ctx.viewer ? ctx.viewer.name : null }
    }),

  /**
   * Checks in whoever asks: the signed-in viewer, or a newcomer by name and e-mail. The claim is the
   * permission; nobody can be named but oneself.
   */
  checkIn: withToken()
    .input(z.object({ name: z.string().max(1000).default(''), email: z.string().max(1000).default('') }))
    .mutation(async ({ ctx, input }) => {
      const given = { secret: ctx.secret, claim: input.token, now: ctx.clock.now(), locale: ctx.locale }
      if (ctx.viewer) {
        const receipt = await checkIn(ctx.db, { ...given, userId: ctx.viewer.userId })
        return { ...receipt, session: null }
      }
      const { sessionToken, ...receipt } = await checkInGuest(ctx.db, {
        ...given,
        name: input.name,
        email: input.email,
        sessionHours: DOOR_SESSION_HOURS,
      })
      return { ...receipt, session: { token: sessionToken, hours: DOOR_SESSION_HOURS } }
    }),

  /** 'You're in': the viewer's own check-in. */
  receipt: inEvent('seeRoom').query(({ ctx }) => ({
    eventId: ctx.event.id,
    eventName: ctx.event.name,
    communityName: ctx.community.name,
    name: ctx.viewer.name,
    visitNumber: ctx.checkIn?.visitNumber ?? 1,
  })),
})
