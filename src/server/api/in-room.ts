import { DomainError } from '@/domain/errors'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { textOf } from '@/text/translator'
import { inEvent } from './trpc'

/** Taps of one person at all events together: more than anybody does, far fewer than a script can. */
const TAPS: Limit = { name: 'room', times: 60, seconds: 60 }

/**
 * For what somebody who is checked in changes with a tap: each can make the suggestions of a whole room
 * be computed anew. Takes `eventId`, as `inEvent` does.
 * @throws DomainError TOO_MANY beyond {@link TAPS}.
 */
export const inRoom = () =>
  inEvent('seeRoom').use(async ({ ctx, next }) => {
    if (!(await withinLimit(ctx.db, TAPS, ctx.viewer.userId))) {
      throw new DomainError('TOO_MANY', textOf(ctx.locale, 'errors')('tooFast'))
    }
    return next({ ctx })
  })

/** As {@link inRoom}, for what others read under a name: it takes a proved address. */
export const inRoomProved = () =>
  inRoom().use(({ ctx, next }) => {
    if (ctx.viewer.email === null) throw new DomainError('FORBIDDEN', textOf(ctx.locale, 'errors')('proveFirst'))
    return next({ ctx })
  })
