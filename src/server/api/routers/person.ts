import { z } from 'zod'
import { blockPerson } from '@/server/services/person/block-person'
import { keepSuggestion } from '@/server/services/suggestion/keep-suggestion'
import { bringBack, isPutAside, putAside } from '@/server/services/suggestion/put-aside'
import { showPerson } from '@/server/services/suggestion/show-person'
import type { MeetingEvent } from '@/server/services/meeting/at-event'
import type { Context } from '../context'
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
  /** The page of somebody who is suggested to the viewer here or whom they met; `opened` when a person looks. */
  show: inEvent('seeRoom')
    .input(onePerson.extend({ opened: z.boolean() }))
    .query(({ ctx, input }) => showPerson(ctx.db, { ...asker(ctx), ...input })),

  /** 'Keep', and taking it back. */
  keep: inEvent('seeRoom')
    .input(onePerson.extend({ keep: z.boolean() }))
    .mutation(({ ctx, input }) => keepSuggestion(ctx.db, { ...asker(ctx), ...input })),

  /** 'Not tonight': somebody else instead; the other is told nothing. */
  notTonight: inEvent('seeRoom')
    .input(onePerson)
    .mutation(({ ctx, input }) => putAside(ctx.db, { ...asker(ctx), ...input })),

  /** Whether the viewer said 'not tonight' of this person: what they did themself, and nothing of the other. */
  isPutAside: inEvent('seeRoom')
    .input(onePerson)
    .query(({ ctx, input }) => isPutAside(ctx.db, { ...asker(ctx), ...input })),

  /** Takes 'not tonight' back. */
  bringBack: inEvent('seeRoom')
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
