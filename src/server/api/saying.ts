import { z } from 'zod'
import { DomainError } from '@/domain/errors'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { textOf } from '@/text/translator'
import { idOf, proved } from './trpc'

/** What one person says about coming, at all events together: each can cause a mail. */
const SAYINGS: Limit = { name: 'rsvp', times: 20, seconds: 60 }

/**
 * For what somebody with a proved address says about their own coming. Takes `eventId`; anybody may come, so
 * nothing is looked up. Hands over `ctx.own`.
 * @throws DomainError TOO_MANY beyond {@link SAYINGS}.
 */
export const saying = () =>
  proved()
    .input(z.object({ eventId: idOf('event') }))
    .use(async ({ ctx, input, next }) => {
      if (!(await withinLimit(ctx.db, SAYINGS, ctx.viewer.userId))) {
        throw new DomainError('TOO_MANY', textOf(ctx.locale, 'errors')('tooFast'))
      }
      const own = { eventId: input.eventId, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }
      return next({ ctx: { ...ctx, own } })
    })
