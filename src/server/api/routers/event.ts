import { z } from 'zod'
import { doorTime } from '@/domain/door-hours'
import { DomainError } from '@/domain/errors'
import { actionsOf, type Action } from '@/domain/permissions'
import { changeEvent, findEventToChange } from '@/server/services/event/change-event'
import { showDoor } from '@/server/services/event/door-screen'
import { findEventForOrganizer, setEventStatus } from '@/server/services/event/find-event'
import { listEvents, listTonight } from '@/server/services/event/list-events'
import { setDoorMode } from '@/server/services/event/set-door-mode'
import { showPoster } from '@/server/services/event/show-poster'
import { showEvent } from '@/server/services/event/show-event'
import { watchDoor } from '@/server/services/event/watch-door'
import { textOf } from '@/text/translator'
import { eventFacts } from '../event-facts'
import { idOf, inCommunity, inEvent, open, router } from '../trpc'

export const eventRouter = router({
  /** For anybody; what no id can be is answered like an event that does not exist. */
  show: open()
    .input(z.object({ eventId: z.string().max(60) }))
    .query(({ ctx, input }) =>
      showEvent(ctx.db, { ...input, publicUrl: ctx.publicUrl, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  list: inCommunity('organize')
    .input(
      z.object({
        when: z.enum(['upcoming', 'past']),
        page: z.number().int().min(1).max(1000).default(1),
        seriesId: idOf('series').optional(),
      }),
    )
    .query(({ ctx, input }) => listEvents(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now() })),

  tonight: inCommunity('showDoor').query(({ ctx, input }) =>
    listTonight(ctx.db, { communityId: input.communityId, userId: ctx.viewer.userId, now: ctx.clock.now() }),
  ),

  get: inEvent('organize').query(({ ctx, input }) =>
    findEventForOrganizer(ctx.db, {
      eventId: input.eventId,
      userId: ctx.viewer.userId,
      standings: ctx.standings,
      now: ctx.clock.now(),
      locale: ctx.locale,
    }),
  ),

  toChange: inEvent('editSeries').query(({ ctx, input }) =>
    findEventToChange(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
  ),

  change: inEvent('editSeries')
    .input(
      z.object({ ...eventFacts, startsAtLocal: z.string().max(40), durationMinutes: z.number(), sequence: z.number().int() }),
    )
    .mutation(({ ctx, input }) =>
      changeEvent(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  setStatus: inEvent('editSeries')
    .input(z.object({ status: z.enum(['SCHEDULED', 'CANCELLED']) }))
    .mutation(({ ctx, input }) =>
      setEventStatus(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now() }),
    ),

  /** A code that changes on a screen, or one that is printed. */
  setDoorMode: inEvent('editSeries')
    .input(z.object({ doorMode: z.enum(['ROTATING', 'POSTER']), newPoster: z.boolean().default(false) }))
    .mutation(({ ctx, input }) =>
      setDoorMode(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now() }),
    ),

  doorScreen: inEvent('showDoor').query(async ({ ctx, input }) => {
    const screen = await showDoor(ctx.db, {
      eventId: input.eventId,
      userId: ctx.viewer.userId,
      secret: ctx.secret,
      publicUrl: ctx.publicUrl,
      now: ctx.clock.now(),
    })
    if (!screen) throw new DomainError('NOT_FOUND', textOf(ctx.locale, 'errors')('notFound'))
    const openNow = (action: Action) => doorTime(action, ctx.standings, ctx.event, ctx.clock.now()) === 'OPEN'
    return { ...screen, may: actionsOf(ctx.standings).filter(openNow) }
  }),

  /** What is printed and hung up at the door. */
  poster: inEvent('showDoor').query(async ({ ctx, input }) => {
    const poster = await showPoster(ctx.db, {
      eventId: input.eventId,
      userId: ctx.viewer.userId,
      standings: ctx.standings,
      secret: ctx.secret,
      publicUrl: ctx.publicUrl,
      now: ctx.clock.now(),
    })
    if (!poster) throw new DomainError('NOT_FOUND', textOf(ctx.locale, 'errors')('notFound'))
    return poster
  }),

  doorUpdates: inEvent('showDoor').subscription(({ ctx, input, signal }) =>
    watchDoor(ctx.db, {
      eventId: input.eventId,
      userId: ctx.viewer.userId,
      sessionHash: ctx.viewer.sessionHash,
      secret: ctx.secret,
      publicUrl: ctx.publicUrl,
      clock: ctx.clock,
      live: ctx.live,
      signal: signal ?? AbortSignal.abort(),
    }),
  ),
})
