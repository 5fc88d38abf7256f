import type { Db } from '@/server/db/client'
import { enqueueAll } from '@/server/jobs/enqueue'
import { logger } from '@/server/lib/logger'
import { sendJobKey } from './queue-mail'

/** How long an attempt may take before it counts as broken off, in minutes. */
const STALE_MINUTES = 10
/** How many waiting mails one round takes up. */
const ROUND = 500

/**
 * What time does to the outbox: attempts that broke off become UNKNOWN, secrets of sign-in mails that
 * are over are emptied, what waits for too long fails, and what is due gets a job.
 */
export async function tendOutbox(db: Db, now: Date, { canSend }: { readonly canSend: boolean }): Promise<void> {
  const stale = await db.outboxMail.updateMany({
    where: { state: 'SENDING', dueAt: { lt: new Date(now.getTime() - STALE_MINUTES * 60_000) } },
    data: { state: 'UNKNOWN', settledAt: now, lastError: 'The attempt broke off: perhaps sent, perhaps not.' },
  })
  if (stale.count > 0) logger.warn({ count: stale.count }, 'mails with unknown outcome')
  await db.outboxMail.updateMany({
    where: { kind: 'SIGN_IN', expiresAt: { lte: now }, NOT: { props: { equals: {} } }, state: { notIn: ['QUEUED', 'SENDING'] } },
    data: { props: {} },
  })
  // Without a mail server a mail is looked at once, then again only to end it.
  const due = await db.outboxMail.findMany({
    where: {
      state: 'QUEUED',
      dueAt: { lte: now },
      ...(canSend ? {} : { OR: [{ lastError: null }, { expiresAt: { lte: now } }] }),
    },
    orderBy: { dueAt: 'asc' },
    take: ROUND,
    select: { id: true },
  })
  await enqueueAll(
    db,
    'send-mail',
    due.map(({ id }) => ({ payload: { mailId: id }, jobKey: sendJobKey(id) })),
  )
}
