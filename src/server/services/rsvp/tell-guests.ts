import { remembersSince } from '@/domain/rsvp/rsvp-time'
import type { Prisma } from '@/generated/prisma/client'
import { queueMails, type NewMail } from '@/server/services/mail/queue-mail'
import type { Db } from '@/server/db/client'

/** What guests are told of an event, beside what becomes of their own RSVP. */
export interface News {
  readonly eventId: string
  readonly what: 'CHANGED' | 'CANCELLED' | 'BACK_ON' | 'REMINDER'
  /** What a change replaced; only what is different now. */
  readonly before?: Extract<NewMail, { kind: 'EVENT' }>['props']['before']
}

/** Whom it concerns: only who is going and did not just say so needs to be reminded. */
function concerned(what: News['what'], now: Date): Prisma.RsvpWhereInput {
  if (what !== 'REMINDER') return { state: { in: ['GOING', 'WAITLISTED'] } }
  const before = { lte: remembersSince(now) }
  return { state: 'GOING', saidAt: before, OR: [{ promotedAt: null }, { promotedAt: before }] }
}

/**
 * Queues a mail to everybody who is going or waits, a reminder to who is going, in the transaction of what they are told. One for each
 * state of the event (its `sequence`), so that a repeat tells nobody twice. Nothing is sent about an event
 * that has ended by `now`.
 * @returns how many mails there are.
 */
export async function tellGuests(tx: Db, { eventId, what, before }: News, now: Date): Promise<number> {
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      communityId: true,
      endsAt: true,
      sequence: true,
      rsvps: {
        where: { ...concerned(what, now), user: { email: { not: null } } },
        select: { user: { select: { id: true, email: true } } },
      },
    },
  })
  if (event.endsAt <= now) return 0
  const mails = event.rsvps.flatMap(({ user }): NewMail[] =>
    user.email === null
      ? []
      : [
          {
            kind: 'EVENT',
            recipient: user.email,
            subjectKey: `${eventId}:${what}:${String(event.sequence)}`,
            props: { eventId, what, ...(before && { before }) },
            userId: user.id,
            communityId: event.communityId,
            expiresAt: event.endsAt,
          },
        ],
  )
  await queueMails(tx, mails, now)
  return mails.length
}
