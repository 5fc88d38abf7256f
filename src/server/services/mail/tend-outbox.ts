import type { Db } from '@/server/db/client'
import { enqueue } from '@/server/jobs/enqueue'
import { logger } from '@/server/lib/logger'

/** How long an attempt may take before it counts as broken off, in minutes. */
const STALE_MINUTES = 10
/**
 * How long an attempt at a sign-in mail may take before it is repeated, in minutes. Somebody waits for it,
 * and a second copy does no harm.
 */
const SIGN_IN_STALE_MINUTES = 1

const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)

/**
 * What time does to the outbox: attempts that broke off become UNKNOWN, or are repeated if it was a
 * sign-in mail that is still good; secrets of sign-in mails that are over are emptied, what waits for too
 * long fails, and there is a job while something is due.
 */
export async function tendOutbox(db: Db, now: Date, { canSend }: { readonly canSend: boolean }): Promise<void> {
  const repeated = await db.outboxMail.updateMany({
    where: {
      kind: 'SIGN_IN',
      state: 'SENDING',
      dueAt: { lt: minutesBefore(now, SIGN_IN_STALE_MINUTES) },
      expiresAt: { gt: now },
    },
    data: { state: 'QUEUED', dueAt: now, lastError: 'The attempt broke off; it is repeated.' },
  })
  if (repeated.count > 0) logger.warn({ count: repeated.count }, 'sign-in mails with unknown outcome are sent again')
  const stale = await db.outboxMail.updateMany({
    where: { state: 'SENDING', dueAt: { lt: minutesBefore(now, STALE_MINUTES) } },
    data: { state: 'UNKNOWN', settledAt: now, lastError: 'The attempt broke off: perhaps sent, perhaps not.' },
  })
  if (stale.count > 0) logger.warn({ count: stale.count }, 'mails with unknown outcome')
  await db.outboxMail.updateMany({
    where: { kind: 'SIGN_IN', expiresAt: { lte: now }, NOT: { props: { equals: {} } }, state: { notIn: ['QUEUED', 'SENDING'] } },
    data: { props: {} },
  })
  // Without a mail server a mail is looked at once, then again only to end it.
  const due = await db.outboxMail.findFirst({
    where: {
      state: 'QUEUED',
      dueAt: { lte: now },
      ...(canSend ? {} : { OR: [{ lastError: null }, { expiresAt: { lte: now } }] }),
    },
    select: { id: true },
  })
  if (due) await enqueue(db, 'send-mail', {}, { jobKey: 'send-mail' })
}
