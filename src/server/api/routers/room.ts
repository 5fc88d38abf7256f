import { z } from 'zod'
import { DomainError } from '@/domain/errors'
import { actionsOf } from '@/domain/permissions'
import { headHome, stayOn } from '@/server/services/arrival/head-home'
import { showLiveRoom } from '@/server/services/live-room/show-live-room'
import { walkOver } from '@/server/services/live-room/walk-over'
import { watchRoom } from '@/server/services/live-room/watch-room'
import { followRoom } from '@/server/services/suggestion/follow-room'
import { showRoom } from '@/server/services/suggestion/show-room'
import { textOf } from '@/text/translator'
import { inRoom } from '../in-room'
import { idOf, inEvent, router } from '../trpc'

export const roomRouter = router({
  /** The viewer's own evening: whom to meet, whom they met, how many are there. */
  mine: inEvent('seeRoom').query(async ({ ctx }) => {
    const now = ctx.clock.now()
    const room = await showRoom(ctx.db, {
      event: ctx.event,
      viewerId: ctx.viewer.userId,
      checkIn: ctx.checkIn ?? { at: now, recordedAt: null, returnedAt: null, leftAt: null },
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

  /** For hosts: who came, who is there, and which newcomers somebody should walk over to. */
  live: inEvent('watchRoom').query(async ({ ctx, input }) => {
    const room = await showLiveRoom(ctx.db, {
      eventId: input.eventId,
      viewerId: ctx.viewer.userId,
      standings: ctx.standings,
      now: ctx.clock.now(),
    })
    if (!room) throw new DomainError('NOT_FOUND', textOf(ctx.locale, 'errors')('notFound'))
    return { ...room, may: actionsOf(ctx.standings) }
  }),

  /** Tells an open page of hosts, as server-sent events, when it should look anew. */
  liveUpdates: inEvent('watchRoom').subscription(({ ctx, input, signal }) =>
    watchRoom(ctx.db, {
      eventId: input.eventId,
      viewer: ctx.viewer,
      standings: ctx.standings,
      clock: ctx.clock,
      live: ctx.live,
      signal: signal ?? AbortSignal.abort(),
    }),
  ),

  /** 'I walked over', and taking that back. */
  walkOver: inEvent('watchRoom')
    .input(z.object({ personId: idOf('user'), walked: z.boolean() }))
    .mutation(({ ctx, input }) =>
      walkOver(ctx.db, { ...input, viewerId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),
})
