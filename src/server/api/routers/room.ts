import { headHome, stayOn } from '@/server/services/arrival/head-home'
import { followRoom } from '@/server/services/suggestion/follow-room'
import { showRoom } from '@/server/services/suggestion/show-room'
import { textOf } from '@/text/translator'
import { inRoom } from '../in-room'
import { inEvent, router } from '../trpc'

export const roomRouter = router({
  /** The viewer's own evening: whom to meet, whom they met, how many are there. */
  mine: inEvent('seeRoom').query(async ({ ctx }) => {
    const now = ctx.clock.now()
    const room = await showRoom(ctx.db, {
      event: ctx.event,
      viewerId: ctx.viewer.userId,
      checkIn: ctx.checkIn ?? { at: now, returnedAt: null, leftAt: null },
      now,
      locale: ctx.locale,
    })
    return {
      eventName: ctx.event.name,
      communityName: ctx.community.name,
      visitNumber: ctx.checkIn?.visitNumber ?? 1,
      ...room,
    }
  }),

  /** 'I'm heading home': in nobody's list any more. */
  headHome: inRoom().mutation(({ ctx }) =>
    headHome(ctx.db, { eventId: ctx.event.id, viewerId: ctx.viewer.userId, now: ctx.clock.now() }),
  ),

  /** 'I'm still here.' */
  stayOn: inRoom().mutation(({ ctx }) =>
    stayOn(ctx.db, { eventId: ctx.event.id, viewerId: ctx.viewer.userId, now: ctx.clock.now() }),
  ),

  /** Tells an open page, as server-sent events, how many are there and when it should look anew. */
  updates: inEvent('seeRoom').subscription(async function* ({ ctx, signal }) {
    const t = textOf(ctx.locale, 'room')
    const updates = followRoom(ctx.db, {
      live: ctx.live,
      clock: ctx.clock,
      viewer: ctx.viewer,
      eventId: ctx.event.id,
      signal: signal ?? new AbortController().signal,
    })
    for await (const { version, present } of updates) yield { version, present: t('present', { count: present }) }
  }),
})
