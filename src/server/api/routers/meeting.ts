import { z } from 'zod'
import { confirmMeeting, declineMeeting } from '@/server/services/meeting/answer-proposal'
import type { MeetingEvent } from '@/server/services/meeting/at-event'
import { findByPass } from '@/server/services/meeting/find-by-pass'
import { meetByPass } from '@/server/services/meeting/meet-by-pass'
import { myPass } from '@/server/services/meeting/my-pass'
import { proposeMeeting } from '@/server/services/meeting/propose-meeting'
import { NOTE_MAX, saveNote } from '@/server/services/meeting/save-note'
import { undoMeeting } from '@/server/services/meeting/undo-meeting'
import { roomVersion } from '@/server/services/suggestion/room-version'
import type { Context } from '../context'
import { idOf, inEvent, router, signedIn } from '../trpc'

const onePass = z.object({ pass: z.string().min(1).max(100) })
const oneMeeting = z.object({ meetingId: idOf('meeting') })

interface Asker {
  readonly clock: Context['clock']
  readonly locale: Context['locale']
  readonly viewer: { readonly userId: string }
}

const asker = (ctx: Asker) => ({ viewerId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale })
const atEvent = (ctx: Asker & { readonly event: MeetingEvent }) => ({
  event: ctx.event,
  ...asker(ctx),
})

export const meetingRouter = router({
  /** The viewer's own pass, for the screen that the other scans, and whom it has just let them meet. */
  myPass: inEvent('meet').query(async ({ ctx }) => {
    const { userId: viewerId } = ctx.viewer
    const eventId = ctx.event.id
    const { db, secret, publicUrl } = ctx
    const now = ctx.clock.now()
    const version = await roomVersion(db, { viewerId, eventId, now })
    return { version, endsAt: ctx.event.endsAt, ...(await myPass(db, { viewerId, eventId, secret, publicUrl, now })) }
  }),

  /** Whose pass it is, for the question 'did you two just meet?'; changes nothing. */
  peek: signedIn()
    .input(onePass)
    .query(async ({ ctx, input }) => {
      const { person, eventId, eventName, met } = await findByPass(ctx.db, { ...asker(ctx), pass: input.pass })
      return { name: person.name, eventId, eventName, met }
    }),

  /** Both met: the other's pass is the proof, so it counts for both at once. */
  byPass: signedIn()
    .input(onePass)
    .mutation(({ ctx, input }) => meetByPass(ctx.db, { ...asker(ctx), pass: input.pass })),

  propose: inEvent('meet')
    .input(z.object({ personId: idOf('user') }))
    .mutation(({ ctx, input }) => proposeMeeting(ctx.db, { ...atEvent(ctx), personId: input.personId })),

  confirm: inEvent('meet')
    .input(oneMeeting)
    .mutation(({ ctx, input }) => confirmMeeting(ctx.db, { ...atEvent(ctx), meetingId: input.meetingId })),

  decline: inEvent('meet')
    .input(oneMeeting)
    .mutation(({ ctx, input }) => declineMeeting(ctx.db, { ...atEvent(ctx), meetingId: input.meetingId })),

  undo: inEvent('meet')
    .input(oneMeeting)
    .mutation(({ ctx, input }) => undoMeeting(ctx.db, { ...atEvent(ctx), meetingId: input.meetingId })),

  /** The viewer's own note of a meeting; the other's is not theirs to read or write. */
  saveNote: signedIn()
    .input(oneMeeting.extend({ note: z.string().max(NOTE_MAX) }))
    .mutation(({ ctx, input }) =>
      saveNote(ctx.db, {
        viewerId: ctx.viewer.userId,
        meetingId: input.meetingId,
        note: input.note,
        locale: ctx.locale,
      }),
    ),
})
