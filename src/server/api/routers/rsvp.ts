import { z } from 'zod'
import { cancelRsvp, changePlusOnes, confirmPlace } from '@/server/services/rsvp/change-rsvp'
import { actOnRsvpLink, undoRsvpLink, viewRsvpLink } from '@/server/services/rsvp/rsvp-link'
import { sayGoing } from '@/server/services/rsvp/say-going'
import { showTicket } from '@/server/services/rsvp/show-ticket'
import { saying } from '../saying'
import { router, withToken } from '../trpc'

/** How many others somebody brings; the event may allow fewer. */
const plusOnes = z.number().int().min(0).max(10)

export const rsvpRouter = router({
  sayGoing: saying()
    .input(z.object({ plusOnes: plusOnes.default(0) }))
    .mutation(({ ctx, input }) => sayGoing(ctx.db, { ...ctx.own, ...input, secret: ctx.secret })),
  changePlusOnes: saying()
    .input(z.object({ plusOnes }))
    .mutation(({ ctx, input }) => changePlusOnes(ctx.db, { ...ctx.own, ...input })),
  cancel: saying().mutation(({ ctx }) => cancelRsvp(ctx.db, ctx.own)),
  confirm: saying().mutation(({ ctx }) => confirmPlace(ctx.db, ctx.own)),
  /** What somebody sees who holds a ticket. */
  ticket: withToken().query(({ ctx, input }) => showTicket(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  /** What a link of a mail is about. Changes nothing. */
  byLink: withToken().query(({ ctx, input }) => viewRsvpLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  actByLink: withToken().mutation(({ ctx, input }) => actOnRsvpLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  undoByLink: withToken().mutation(({ ctx, input }) => undoRsvpLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
})
