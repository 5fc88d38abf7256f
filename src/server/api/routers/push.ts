import { z } from 'zod'
import { LONGEST_ENDPOINT } from '@/server/lib/web-push/endpoint'
import { choosePush, forgetBrowser, pushState, subscribe, unsubscribe } from '@/server/services/push/subscriptions'
import { provedToChange } from '../own'
import { idOf, proved, router } from '../trpc'

const endpoint = z.string().max(LONGEST_ENDPOINT)
const key = z.string().regex(/^[\w-]{20,100}$/)

export const pushRouter = router({
  /** Which messages the viewer wants, on which browsers, and the key that a browser subscribes with. */
  state: proved().query(({ ctx }) => pushState(ctx.db, { userId: ctx.viewer.userId, secret: ctx.secret })),

  choose: provedToChange()
    .input(z.object({ suggestions: z.boolean(), meetings: z.boolean() }))
    .mutation(({ ctx, input }) => choosePush(ctx.db, { ...input, userId: ctx.viewer.userId })),

  subscribe: provedToChange()
    .input(z.object({ endpoint, p256dh: key, auth: key.max(40) }))
    .mutation(({ ctx, input }) =>
      subscribe(ctx.db, {
        browser: input,
        userId: ctx.viewer.userId,
        sessionHash: ctx.viewer.sessionHash,
        now: ctx.clock.now(),
        locale: ctx.locale,
      }),
    ),

  unsubscribe: provedToChange()
    .input(z.object({ endpoint }))
    .mutation(({ ctx, input }) => unsubscribe(ctx.db, { ...input, userId: ctx.viewer.userId })),

  forget: provedToChange()
    .input(z.object({ subscriptionId: idOf('pushSubscription') }))
    .mutation(({ ctx, input }) => forgetBrowser(ctx.db, { ...input, userId: ctx.viewer.userId, locale: ctx.locale })),
})
