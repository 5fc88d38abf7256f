import type { Prisma } from '@/generated/prisma/client'
import { queueMails } from '../mail/queue-mail'

interface Told {
  readonly id: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly sides: readonly { readonly userId: string; readonly email: string | null }[]
}

/** How long after both said yes the mail about it is worth sending, in milliseconds. */
const NEWS_MS = 7 * 86_400_000

/** Writes to both: that somebody would like them to meet, or that both said yes. */
export async function queueIntroductionMail(
  tx: Prisma.TransactionClient,
  { id, expiresAt, sides }: Told,
  what: 'PROPOSED' | 'CONNECTED',
  now: Date,
): Promise<void> {
  await queueMails(
    tx,
    sides.flatMap(({ userId, email }) =>
      email === null
        ? []
        : [
            {
              kind: 'INTRODUCTION' as const,
              recipient: email,
              subjectKey: what === 'PROPOSED' ? id : `${id}:connected`,
              props: { what, introductionId: id },
              userId,
              expiresAt: what === 'PROPOSED' ? expiresAt : new Date(now.getTime() + NEWS_MS),
            },
          ],
    ),
    now,
  )
}
