import { randomInt } from 'node:crypto'
import type { MailState } from '@/generated/prisma/enums'
import type { RenderedMail } from '@/server/email/render-mail'
import type { Delivery, MailTransport } from '@/server/email/transport'
import { logger } from '@/server/lib/logger'
import { MAIL_KINDS } from './kinds'
import { mailContent } from './mail-content'
import type { MailDeps } from './mail-deps'
import { mailHeaders } from './mail-headers'
import { retryAt } from './retry'
import { OPTIONAL_KINDS } from './unsubscribe-token'

const FIELDS = {
  id: true,
  kind: true,
  recipient: true,
  userId: true,
  props: true,
  state: true,
  messageId: true,
  attempts: true,
  lastError: true,
  dueAt: true,
  expiresAt: true,
} as const

function loadMail({ db }: MailDeps, id: string) {
  return db.outboxMail.findUnique({ where: { id }, select: FIELDS })
}
type Mail = NonNullable<Awaited<ReturnType<typeof loadMail>>>

/** Why a mail waits although it is due; the operator reads it. */
const NO_SERVER = 'No mail server is set (SMTP_URL).'

/** A sign-in mail holds a secret: with its end the secret goes. */
const emptied = (mail: Mail) => (mail.kind === 'SIGN_IN' ? { props: {} } : {})

/** Ends a mail that waits, unless somebody else has taken it up meanwhile. */
async function settle({ db, clock }: MailDeps, mail: Mail, state: MailState, lastError: string | null): Promise<void> {
  await db.outboxMail.updateMany({
    where: { id: mail.id, state: 'QUEUED' },
    data: { state, lastError, settledAt: clock.now(), ...emptied(mail) },
  })
}

/** Puts a failed attempt off, or gives up when the mail would come too late. */
async function postpone({ db, clock }: MailDeps, mail: Mail, state: MailState, attempts: number, reason: string) {
  const now = clock.now()
  const dueAt = retryAt(now, attempts, randomInt(1000) / 1000)
  const late = dueAt >= mail.expiresAt
  await db.outboxMail.updateMany({
    where: { id: mail.id, state, attempts: mail.attempts + (state === 'SENDING' ? 1 : 0) },
    data: late
      ? { state: 'FAILED', attempts, settledAt: now, lastError: `Given up after ${String(attempts)} tries. ${reason}`.slice(0, 300), ...emptied(mail) }
      : { state: 'QUEUED', attempts, dueAt, lastError: reason.slice(0, 300) },
  })
  logger.warn({ mailId: mail.id, attempts, reason }, late ? 'mail given up' : 'mail put off')
}

/** Without a mail server the link of a sign-in mail is written to the log, once. */
async function keepWaiting({ db }: MailDeps, mail: Mail): Promise<void> {
  const { count } = await db.outboxMail.updateMany({
    where: { id: mail.id, state: 'QUEUED', attempts: 0, lastError: null },
    data: { lastError: NO_SERVER },
  })
  if (count === 0 || mail.kind !== 'SIGN_IN') return
  const { link, code } = MAIL_KINDS.SIGN_IN.stored.parse(mail.props)
  logger.info({ mailId: mail.id, link, code }, 'no mail server is set: this is the sign-in link')
}

/**
 * Writes down what became of the attempt. A late answer also settles what was taken for lost; a failure
 * without an answer leaves a repetition that already waits.
 */
async function record(deps: MailDeps, mail: Mail, delivery: Delivery): Promise<void> {
  const { db, clock } = deps
  const attempts = mail.attempts + 1
  if (delivery.outcome === 'LATER') return postpone(deps, mail, 'SENDING', attempts, delivery.reason)
  const state = ({ SENT: 'SENT', REFUSED: 'FAILED', UNKNOWN: 'UNKNOWN' } as const)[delivery.outcome]
  await db.$transaction(async (tx) => {
    await tx.outboxMail.updateMany({
      where: {
        id: mail.id,
        attempts,
        state: { in: delivery.outcome === 'UNKNOWN' ? ['SENDING', 'UNKNOWN'] : ['SENDING', 'UNKNOWN', 'QUEUED'] },
      },
      data: {
        state,
        settledAt: clock.now(),
        lastError: delivery.outcome === 'SENT' ? null : delivery.reason,
        ...emptied(mail),
      },
    })
    if (delivery.outcome !== 'REFUSED') return
    await tx.mailSuppression.createMany({
      data: OPTIONAL_KINDS.map((kind) => ({
        address: mail.recipient,
        kind,
        reason: 'bounced',
        createdAt: clock.now(),
      })),
      skipDuplicates: true,
    })
  })
  const line = { mailId: mail.id, kind: mail.kind, attempts }
  if (delivery.outcome === 'SENT') logger.info(line, 'mail sent')
  else logger.warn({ ...line, reason: delivery.reason }, `mail ${state.toLowerCase()}`)
}

/** Takes the mail for this worker alone. While it is being sent, `dueAt` is when that began. */
async function claim({ db, clock }: MailDeps, mail: Mail): Promise<boolean> {
  const { count } = await db.outboxMail.updateMany({
    where: { id: mail.id, state: 'QUEUED', attempts: mail.attempts },
    data: { state: 'SENDING', attempts: mail.attempts + 1, dueAt: clock.now() },
  })
  return count === 1
}

async function handOver(deps: MailDeps, transport: MailTransport, mail: Mail, content: RenderedMail): Promise<void> {
  const headers = mailHeaders(deps, mail)
  if (!(await claim(deps, mail))) return
  const delivery = await transport.send({
    ...content,
    messageId: mail.messageId,
    from: deps.from,
    to: mail.recipient,
    headers,
  })
  await record(deps, mail, delivery)
}

/**
 * One attempt at sending one mail of the outbox, if it waits and is due. Safe to call at any time and
 * from several workers: a mail is handed to the mail server by the one that claimed its row. It is put
 * into words before the claim, so that a fault there is an ordinary failed attempt and only what happens
 * between claim and answer can end as UNKNOWN.
 * @throws only when the database cannot be reached; the job is then repeated.
 */
export async function sendMail(deps: MailDeps, mailId: string): Promise<void> {
  const { db, clock, transport } = deps
  const mail = await loadMail(deps, mailId)
  if (mail?.state !== 'QUEUED' || mail.dueAt > clock.now()) return
  if (mail.expiresAt <= clock.now()) {
    return settle(deps, mail, 'FAILED', `Not sent in time. ${mail.lastError ?? ''}`.trim())
  }
  const suppression =
    mail.kind === 'SIGN_IN'
      ? null
      : await db.mailSuppression.findUnique({ where: { address_kind: { address: mail.recipient, kind: mail.kind } } })
  if (suppression) return settle(deps, mail, 'SUPPRESSED', suppression.reason)
  if (!transport) return keepWaiting(deps, mail)
  let content: RenderedMail | null
  try {
    content = await mailContent(deps, mail)
  } catch (error) {
    logger.error({ mailId, err: error }, 'mail could not be written')
    return postpone(deps, mail, 'QUEUED', mail.attempts + 1, 'The mail could not be put into words; see the log.')
  }
  if (!content) return settle(deps, mail, 'SUPPRESSED', 'There is nothing left to say.')
  return handOver(deps, transport, mail, content)
}
