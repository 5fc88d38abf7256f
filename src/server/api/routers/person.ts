import { z } from 'zod'
import { isOver } from '@/domain/meeting/meeting-time'
import { blockPerson } from '@/server/services/person/block-person'
import { keepSuggestion } from '@/server/services/suggestion/keep-suggestion'
import { bringBack, isPutAside, putAside } from '@/server/services/suggestion/put-aside'
import { openPerson, showPerson } from '@/server/services/suggestion/show-person'
import { noSuchMeeting, type MeetingEvent } from '@/server/services/meeting/at-event'
import type { Context } from '../context'
import { inRoom } from '../in-room'
import { idOf, inEvent, router } from '../trpc'

const onePerson = z.object({ personId: idOf('user') })

interface Asker {
  readonly clock: Context['clock']
  readonly locale: Context['locale']
  readonly viewer: { readonly userId: string }
  readonly event: MeetingEvent
}

const asker = ({ event, viewer, clock, locale }: Asker) => ({ event, viewerId: viewer.userId, now: clock.now(), locale })

export const personRouter = router({
  /** The page of somebody who is suggested to the viewer here or whom they met. */
  show: inEvent('seeRoom')
    .input(onePerson)
    .query(({ ctx, input }) => showPerson(ctx.db, { ...asker(ctx), ...input })),

  /** Notes that a person, and not a machine ahead of time, has opened that page: apart, since reading writes nothing. */
  open: inRoom()
    .input(onePerson)
    .mutation(({ ctx, input }) => openPerson(ctx.db, { ...asker(ctx), ...input })),

  /** 'Keep', and taking it back. */
  keep: inRoom()
    .input(onePerson.extend({ keep: z.boolean() }))
    .mutation(({ ctx, input }) => {
      const asked = { ...asker(ctx), ...input }
      if (isOver(asked.event, asked.now)) throw noSuchMeeting(asked.locale)
      return keepSuggestion(ctx.db, asked)
    }),

  /** 'Not tonight': somebody else instead; the other is told nothing. */
  notTonight: inRoom()
    .input(onePerson)
    .mutation(({ ctx, input }) => putAside(ctx.db, { ...asker(ctx), ...input })),

  /** Whether the viewer said 'not tonight' of this person: what they did themself, and nothing of the other. */
  isPutAside: inEvent('seeRoom')
    .input(onePerson)
    .query(({ ctx, input }) => isPutAside(ctx.db, { ...asker(ctx), ...input })),

  /** Takes 'not tonight' back. */
  bringBack: inRoom()
    .input(onePerson)
    .mutation(({ ctx, input }) => bringBack(ctx.db, { ...asker(ctx), ...input })),

  /** 'Don't show us to each other': silent, complete, here and everywhere. */
  block: inEvent('seeRoom')
    .input(onePerson)
    .mutation(({ ctx, input }) =>
      blockPerson(ctx.db, {
        viewerId: ctx.viewer.userId,
        personId: input.personId,
        eventId: ctx.event.id,
        now: ctx.clock.now(),
        locale: ctx.locale,
      }),
    ),
})
