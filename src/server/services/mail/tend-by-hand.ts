import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { enqueue } from '@/server/jobs/enqueue'
import { textOf, type Locale } from '@/text/translator'
import { BOUNCED } from './record-delivery'

/** What a mail that is tried again by hand is worth from then on, in milliseconds. */
const WORTH_MS = 24 * 3_600_000

interface ByHand {
  readonly mailId: string
  readonly now: Date
  readonly locale: Locale
}

const again = (now: Date) => ({
  state: 'QUEUED' as const,
  dueAt: now,
  expiresAt: new Date(now.getTime() + WORTH_MS),
  settledAt: null,
  lastError: null,
})

const refuse = (locale: Locale, key: 'notRetried' | 'sureTwice' | 'notStopped') =>
  new DomainError('CONFLICT', textOf(locale, 'mail')(`outbox.${key}`))

/**
 * Tries a mail again that failed or whose outcome is unknown; the latter may arrive twice, which its operator
 * has to say they know. Sign-in mail is left alone: its secret is gone, and its reader asks for another.
 * @throws DomainError CONFLICT when it is in no such state, or `sure` is missing.
 */
export async function retryMail(db: Db, { mailId, now, locale, sure }: ByHand & { readonly sure: boolean }): Promise<void> {
  const mail = await db.outboxMail.findUnique({ where: { id: mailId }, select: { state: true } })
  if (mail?.state === 'UNKNOWN' && !sure) throw refuse(locale, 'sureTwice')
  const { count } = await db.outboxMail.updateMany({
    where: { id: mailId, kind: { not: 'SIGN_IN' }, state: { in: ['FAILED', 'UNKNOWN'] } },
    data: again(now),
  })
  if (count === 0) throw refuse(locale, 'notRetried')
  await enqueue(db, 'send-mail', {}, { jobKey: 'send-mail' })
}

/** {@link retryMail} of all that failed. @returns how many. */
export async function retryAllFailed(db: Db, now: Date): Promise<{ count: number }> {
  const { count } = await db.outboxMail.updateMany({ where: { kind: { not: 'SIGN_IN' }, state: 'FAILED' }, data: again(now) })
  if (count > 0) await enqueue(db, 'send-mail', {}, { jobKey: 'send-mail' })
  return { count }
}

/** Stops a mail that waits. @throws DomainError CONFLICT when it does not wait any more. */
export async function stopMail(db: Db, { mailId, now, locale }: ByHand): Promise<void> {
  const { count } = await db.outboxMail.updateMany({
    where: { id: mailId, state: 'QUEUED' },
    data: { state: 'SUPPRESSED', lastError: 'Stopped by the operator.', settledAt: now },
  })
  if (count === 0) throw refuse(locale, 'notStopped')
}

/** Lets mail go again to an address that bounced: only that; what its owner switched off stays off. */
export async function liftBounce(db: Db, address: string): Promise<void> {
  await db.mailSuppression.deleteMany({ where: { address, reason: BOUNCED } })
}
