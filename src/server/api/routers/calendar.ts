import { z } from 'zod'
import { findCalendarAddress, renewCalendarAddress } from '@/server/services/calendar/calendar-address'
import { personCalendar } from '@/server/services/calendar/person-calendar'
import { eventCalendar, seriesCalendar } from '@/server/services/calendar/public-calendars'
import { open, proved, router, withToken } from '../trpc'

// An id or slug that nothing can have is answered like one that nothing has.
const name = z.string().max(60)

export const calendarRouter = router({
  ofEvent: open()
    .input(z.object({ eventId: name }))
    .query(({ ctx, input }) => eventCalendar(ctx.db, { ...input, publicUrl: ctx.publicUrl, locale: ctx.locale })),

  ofSeries: open()
    .input(z.object({ communitySlug: name, seriesSlug: name }))
    .query(({ ctx, input }) =>
      seriesCalendar(ctx.db, { ...input, publicUrl: ctx.publicUrl, now: ctx.clock.now(), locale: ctx.locale }),
    ),

  /** What a calendar asks for by itself, without a session: the secret address is the permission. */
  ofPerson: withToken().query(({ ctx, input }) =>
    personCalendar(ctx.db, { ...input, publicUrl: ctx.publicUrl, now: ctx.clock.now(), locale: ctx.locale }),
  ),

  address: proved().query(({ ctx }) =>
    findCalendarAddress(ctx.db, { userId: ctx.viewer.userId, secret: ctx.secret, publicUrl: ctx.publicUrl }),
  ),

  renewAddress: proved().mutation(({ ctx }) =>
    renewCalendarAddress(ctx.db, { userId: ctx.viewer.userId, secret: ctx.secret, publicUrl: ctx.publicUrl }),
  ),
})
