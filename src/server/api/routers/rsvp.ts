import { z } from 'zod'
import { cancelRsvp, changePlusOnes, confirmPlace } from '@/server/services/rsvp/change-rsvp'
import { exportRsvps } from '@/server/services/rsvp/export-rsvps'
import { listRsvps } from '@/server/services/rsvp/list-rsvps'
import { actOnRsvpLink, undoRsvpLink, viewRsvpLink } from '@/server/services/rsvp/rsvp-link'
import { sayGoing } from '@/server/services/rsvp/say-going'
import { showRsvpBox } from '@/server/services/rsvp/show-rsvp-box'
import { showTicket } from '@/server/services/rsvp/show-ticket'
import { cancelFor, givePlaceTo } from '@/server/services/rsvp/tend-guest'
import { saying } from '../saying'
import { idOf, inEvent, open, router, withToken } from '../trpc'

/** How many others somebody brings; the event may allow fewer. */
const plusOnes = z.number().int().min(0).max(10)

const guest = z.object({ rsvpId: idOf('rsvp') })

export const rsvpRouter = router({
  /** What the page of an event says about coming: anybody may see it. */
  box: open()
    .input(z.object({ eventId: idOf('event') }))
    .query(({ ctx, input }) => showRsvpBox(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  sayGoing: saying()
    .input(z.object({ plusOnes: plusOnes.default(0) }))
    .mutation(({ ctx, input }) => sayGoing(ctx.db, { ...ctx.own, ...input, secret: ctx.secret })),
  changePlusOnes: saying()
    .input(z.object({ plusOnes }))
    .mutation(({ ctx, input }) => changePlusOnes(ctx.db, { ...ctx.own, ...input })),
  cancel: saying().mutation(({ ctx }) => cancelRsvp(ctx.db, ctx.own)),
  confirm: saying().mutation(({ ctx }) => confirmPlace(ctx.db, ctx.own)),
  list: inEvent('seeRsvps').query(({ ctx, input }) =>
    listRsvps(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
  ),
  /** The same as a file for a spreadsheet. */
  export: inEvent('seeRsvps').query(({ ctx, input }) =>
    exportRsvps(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
  ),
  givePlace: inEvent('tendRsvps')
    .input(guest)
    .mutation(({ ctx, input }) =>
      givePlaceTo(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),
  cancelFor: inEvent('tendRsvps')
    .input(guest)
    .mutation(({ ctx, input }) =>
      cancelFor(ctx.db, { ...input, userId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  /** What somebody sees who holds a ticket. */
  ticket: withToken().query(({ ctx, input }) => showTicket(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  /** What a link of a mail is about. Changes nothing. */
  byLink: withToken().query(({ ctx, input }) => viewRsvpLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  actByLink: withToken().mutation(({ ctx, input }) => actOnRsvpLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
  undoByLink: withToken().mutation(({ ctx, input }) => undoRsvpLink(ctx.db, { ...ctx, ...input, now: ctx.clock.now() })),
})
