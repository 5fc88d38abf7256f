import { randomInt } from 'node:crypto'
import type { MailState } from '@/generated/prisma/enums'
import { sql } from '@/server/db/client'
import type { Delivery } from '@/server/email/transport'
import { logger } from '@/server/lib/logger'
import type { MailContent } from './mail-content'
import type { MailDeps } from './mail-deps'
import { retryAt } from './retry'
import type { DueMail } from './take-due'
import { OPTIONAL_KINDS } from './unsubscribe-token'

/** Why an address gets no more mail after its server has refused it for good. */
export const BOUNCED = 'bounced'

/** A sign-in mail holds a secret: with its end the secret goes. */
const emptied = (mail: Pick<DueMail, 'kind'>) => (mail.kind === 'SIGN_IN' ? { props: {} } : {})

/** Ends a mail that waits, unless somebody else has taken it up meanwhile. */
export async function settle({ db, clock }: MailDeps, mail: DueMail, state: MailState, lastError: string | null): Promise<void> {
  await db.outboxMail.updateMany({
    where: { id: mail.id, state: 'QUEUED', attempts: mail.attempts },
    data: { state, lastError, settledAt: clock.now(), ...emptied(mail) },
  })
}

/** Puts a failed attempt off, or gives up when the mail would come too late. */
export async function postpone({ db, clock }: MailDeps, mail: DueMail, state: 'QUEUED' | 'SENDING', reason: string) {
  const now = clock.now()
  const attempts = mail.attempts + 1
  const dueAt = retryAt(now, attempts, randomInt(1000) / 1000)
  const late = dueAt >= mail.expiresAt
  await db.outboxMail.updateMany({
    where: { id: mail.id, state, attempts: state === 'SENDING' ? attempts : mail.attempts },
    data: late
      ? { state: 'FAILED', attempts, settledAt: now, lastError: `Given up after ${String(attempts)} tries. ${reason}`.slice(0, 300), ...emptied(mail) }
      : { state: 'QUEUED', attempts, dueAt, lastError: reason.slice(0, 300) },
  })
  logger.warn({ mailId: mail.id, attempts, reason }, late ? 'mail given up' : 'mail put off')
}

/**
 * Writes down that mails were accepted, in one statement. A late answer also settles what was taken for
 * lost, or waits to be repeated.
 * @returns which of them that was news of.
 */
export async function recordSent(db: Pick<MailDeps['db'], '$queryRaw'>, mails: readonly DueMail[], at: Date): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    UPDATE outbox_mail mail
    SET state = 'SENT', "settledAt" = ${at}::timestamptz, "lastError" = NULL,
      props = CASE WHEN mail.kind = 'SIGN_IN' THEN '{}'::jsonb ELSE mail.props END
    FROM unnest(${mails.map(({ id }) => id)}::text[], ${mails.map(({ attempts }) => attempts + 1)}::int[]) AS sent(id, attempts)
    WHERE mail.id = sent.id AND mail.attempts = sent.attempts AND mail.state IN ('SENDING', 'UNKNOWN', 'QUEUED')
    RETURNING mail.id`)
  return new Set(rows.map(({ id }) => id))
}

/** {@link recordSent} of one, with what counts as told by it, in one transaction. */
export async function recordTold({ db, clock }: MailDeps, mail: DueMail, onSent: NonNullable<MailContent['onSent']>): Promise<void> {
  await db.$transaction(async (tx) => {
    const news = await recordSent(tx, [mail], clock.now())
    if (news.has(mail.id)) await onSent(tx, clock.now())
  })
}

/**
 * Writes down an attempt that did not end with the mail accepted. A refusal also settles what was taken for
 * lost and ends all mail to the address but sign-in; a failure without an answer leaves a repetition that
 * already waits.
 */
export async function recordFailure(deps: MailDeps, mail: DueMail, delivery: Exclude<Delivery, { outcome: 'SENT' }>): Promise<void> {
  const { db, clock } = deps
  if (delivery.outcome === 'LATER') return postpone(deps, mail, 'SENDING', delivery.reason)
  const attempts = mail.attempts + 1
  const refused = delivery.outcome === 'REFUSED'
  const state = refused ? 'FAILED' : 'UNKNOWN'
  await db.$transaction(async (tx) => {
    await tx.outboxMail.updateMany({
      where: { id: mail.id, attempts, state: { in: refused ? ['SENDING', 'UNKNOWN', 'QUEUED'] : ['SENDING', 'UNKNOWN'] } },
      data: { state, settledAt: clock.now(), lastError: delivery.reason, ...emptied(mail) },
    })
    if (!refused) return
    await tx.mailSuppression.createMany({
      data: OPTIONAL_KINDS.map((kind) => ({ address: mail.recipient, kind, reason: BOUNCED, createdAt: clock.now() })),
      skipDuplicates: true,
    })
  })
  logger.warn({ mailId: mail.id, kind: mail.kind, attempts, reason: delivery.reason }, `mail ${state.toLowerCase()}`)
}
