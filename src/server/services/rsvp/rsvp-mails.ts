import type { Db } from '@/server/db/client'
import { queueMails, type NewMail } from '../mail/queue-mail'
import type { LockedEvent } from './lock-event'

/** What has become of one person's RSVP. */
export type RsvpNews = 'GOING' | 'WAITLISTED' | 'PROMOTED' | 'LAPSED' | 'REMOVED'

/** The person and the turn that the news is about. */
export interface Told {
  readonly userId: string
  readonly turn: number
  readonly user: { readonly email: string | null }
}

/** What {@link Told} takes of a row. */
export const TOLD = { userId: true, turn: true, user: { select: { email: true } } } as const

/**
 * Queues a mail to each, in the transaction of what they are told: one for each turn, so that a repeat tells
 * nobody twice, and who cancels and comes back is answered anew. A mail that waits and says the same of an
 * earlier turn is replaced, so that nobody gets it twice.
 */
export async function tellPeople(
  tx: Db,
  event: Pick<LockedEvent, 'id' | 'communityId' | 'endsAt'>,
  what: RsvpNews,
  people: readonly Told[],
  now: Date,
): Promise<void> {
  const mails = people.flatMap(({ userId, turn, user: { email } }): NewMail[] =>
    email === null
      ? []
      : [
          {
            kind: 'EVENT',
            recipient: email,
            subjectKey: `${event.id}:${what}:${String(turn)}`,
            props: { eventId: event.id, what },
            userId,
            communityId: event.communityId,
            expiresAt: event.endsAt,
          },
        ],
  )
  await tx.outboxMail.deleteMany({
    where: {
      kind: 'EVENT',
      state: 'QUEUED',
      recipient: { in: mails.map(({ recipient }) => recipient) },
      subjectKey: { startsWith: `${event.id}:${what}:`, notIn: mails.map(({ subjectKey }) => subjectKey) },
    },
  })
  await queueMails(tx, mails, now)
}
