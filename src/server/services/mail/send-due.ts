import { sql } from '@/server/db/client'
import { enqueue } from '@/server/jobs/enqueue'
import { coalesce } from '@/server/lib/coalesce'
import { logger } from '@/server/lib/logger'
import { createTurns } from '@/server/lib/turns'
import { MAIL_KINDS } from './kinds'
import { kindOf, mailContent, type MailContent } from './mail-content'
import type { MailDeps } from './mail-deps'
import { mailHeaders } from './mail-headers'
import { postpone, recordFailure, recordSent, recordTold, settle } from './record-delivery'
import { loadReaders, type Reading } from './load-readers'
import { takeDue, type DueMail } from './take-due'

/** How many mails one round takes up. */
const ROUND = 48
/** How many of them are put into words ahead of those that are on their way: what they need is read together. */
const AHEAD = 20

/** Why a mail waits although it is due; the operator reads it. */
const NO_SERVER = 'No mail server is set (SMTP_URL).'
const QUIET = 'Waits for the end of its reader’s quiet hours.'

/** Without a mail server the link of a sign-in mail is written to the log, once. */
async function keepWaiting({ db }: MailDeps, mail: DueMail): Promise<void> {
  const { count } = await db.outboxMail.updateMany({
    where: { id: mail.id, state: 'QUEUED', attempts: 0, lastError: null },
    data: { lastError: NO_SERVER, dueAt: mail.dueAt },
  })
  if (count === 0 || mail.kind !== 'SIGN_IN') return
  const { link, code } = MAIL_KINDS.SIGN_IN.stored.parse(mail.props)
  logger.info({ mailId: mail.id, link, code }, 'no mail server is set: this is the sign-in link')
}

/** Puts a prompt off to the end of quiet hours; one that is not worth sending by then ends. */
async function waitForEnd(deps: MailDeps, mail: DueMail, until: Date): Promise<void> {
  if (until >= mail.expiresAt) return settle(deps, mail, 'FAILED', 'Not sent in time: quiet hours last longer.')
  await deps.db.outboxMail.updateMany({
    where: { id: mail.id, state: 'QUEUED', attempts: mail.attempts },
    data: { dueAt: until, lastError: QUIET },
  })
}

/** The mail in words, or null when it is not to leave now; then its row says why. */
async function prepare(deps: MailDeps, mail: DueMail, { suppressed, quietUntil, locale }: Reading): Promise<MailContent | null> {
  if (mail.expiresAt <= deps.clock.now()) {
    await settle(deps, mail, 'FAILED', `Not sent in time. ${mail.lastError ?? ''}`.trim())
    return null
  }
  if (suppressed !== null) {
    await settle(deps, mail, 'SUPPRESSED', suppressed)
    return null
  }
  if (!deps.transport) {
    await keepWaiting(deps, mail)
    return null
  }
  if (quietUntil && kindOf(mail.kind)?.prompt) {
    await waitForEnd(deps, mail, quietUntil)
    return null
  }
  try {
    const content = await mailContent(deps, mail, 'recipient', locale)
    if (!content) await settle(deps, mail, 'SUPPRESSED', 'There is nothing left to say.')
    return content
  } catch (error) {
    logger.error({ mailId: mail.id, err: error }, 'mail could not be written')
    await postpone(deps, mail, 'QUEUED', 'The mail could not be put into words; see the log.')
    return null
  }
}

/** Takes mails for this worker alone, in one statement. While one is being sent, `dueAt` is when that began. */
async function claim({ db, clock }: MailDeps, mails: readonly DueMail[]): Promise<boolean[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    UPDATE outbox_mail mail
    SET state = 'SENDING', attempts = mail.attempts + 1, "dueAt" = ${clock.now()}::timestamptz
    FROM unnest(${mails.map(({ id }) => id)}::text[], ${mails.map(({ attempts }) => attempts)}::int[]) AS own(id, attempts)
    WHERE mail.id = own.id AND mail.attempts = own.attempts AND mail.state = 'QUEUED'
    RETURNING mail.id`)
  const claimed = new Set(rows.map(({ id }) => id))
  return mails.map(({ id }) => claimed.has(id))
}

/**
 * One attempt at each of the mails that have been due for longest. Each is put into words before it is
 * claimed, so that a fault there is an ordinary failed attempt, and is claimed when a connection is free for
 * it: only what is on its way at the moment when a process dies can end as UNKNOWN.
 * @param goOn called when the last of a full round is begun, so that the next is in words when connections are free.
 */
async function sendRound(deps: MailDeps, goOn: () => Promise<void>): Promise<void> {
  const mails = await takeDue(deps, ROUND)
  if (mails.length === 0) return
  const readers = await loadReaders(deps, mails)
  const claimOne = coalesce((some: readonly DueMail[]) => claim(deps, some))
  const recordOne = coalesce(async (some: readonly DueMail[]) => {
    const news = await recordSent(deps.db, some, deps.clock.now())
    return some.map(({ id }) => news.has(id))
  })
  const { transport } = deps
  const inPreparation = createTurns((transport?.connections ?? 0) + AHEAD)

  async function attempt(mail: DueMail): Promise<void> {
    const content = await prepare(deps, mail, readers.of(mail))
    if (!content || !transport) return
    const { onSent, ...words } = content
    const headers = mailHeaders(deps, mail)
    // A connection is held from claim to answer alone: meanwhile others are written down.
    const delivery = await transport.inTurn(async () => {
      if (!(await claimOne(mail))) return null
      return transport.send({ ...words, messageId: mail.messageId, from: deps.from, to: mail.recipient, headers })
    })
    if (!delivery) return
    if (delivery.outcome !== 'SENT') return recordFailure(deps, mail, delivery)
    await (onSent ? recordTold(deps, mail, onSent) : recordOne(mail))
    logger.info({ mailId: mail.id, kind: mail.kind, attempts: mail.attempts + 1 }, 'mail sent')
  }

  const ends = await Promise.allSettled(
    mails.map((mail, place) =>
      inPreparation(async () => {
        await Promise.all([attempt(mail), place === ROUND - 1 ? goOn() : undefined])
      }),
    ),
  )
  // What could not be written down is found again by its lease, or as an attempt that broke off.
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}

/**
 * Sends mail that is due: one round, and a job for the next while there is more, so that other jobs have
 * their turn. Safe to call at any time, from several workers and several times in one process: rounds share
 * the connections of their transport.
 * @throws only when the database cannot be reached; the job is then repeated.
 */
export async function sendDue(deps: MailDeps): Promise<void> {
  await sendRound(deps, () => enqueue(deps.db, 'send-mail', {}, { jobKey: 'send-mail' }))
}
