import type { z } from 'zod'
import { env } from '@/env'
import type { Db } from '@/server/db/client'
import { enqueue } from '@/server/jobs/enqueue'
import { parseEmail } from '@/server/lib/email-address'
import { newId } from '@/server/lib/tokens'
import { MAIL_KINDS, type QueuedKind } from './kinds'

/** A mail to be queued. */
export type NewMail = {
  [Kind in QueuedKind]: {
    readonly kind: Kind
    /** As {@link parseEmail} gives it. */
    readonly recipient: string
    /** What the mail is about; a second one of the kind to that address about it is never made. */
    readonly subjectKey: string
    readonly props: z.input<(typeof MAIL_KINDS)[Kind]['stored']>
    readonly userId?: string
    readonly communityId?: string
    /** Not before this moment; at once unless given. */
    readonly dueAt?: Date
    /** After this moment it is not worth sending. */
    readonly expiresAt: Date
  }
}[QueuedKind]

/**
 * Writes mails into the outbox, in the transaction of what caused them, and adds a job if some are due. A repeat of (kind, recipient, subjectKey) silently is the first one. A mail of a kind that the
 * address has switched off is kept as SUPPRESSED.
 * @throws Error for a recipient that is not one plain address, ZodError for props of another shape: both
 *   are faults of the caller, who parses what people type before.
 */
export async function queueMails(tx: Db, mails: readonly NewMail[], now: Date): Promise<void> {
  if (mails.length === 0) return
  const host = new URL(env().PUBLIC_URL).hostname
  const suppressed = new Set(
    (
      await tx.mailSuppression.findMany({
        where: { address: { in: mails.map(({ recipient }) => recipient) } },
        select: { address: true, kind: true },
      })
    ).map(({ address, kind }) => JSON.stringify([kind, address])),
  )
  const rows = mails.map((mail) => {
    if (parseEmail(mail.recipient) !== mail.recipient) throw new Error(`A mail ${mail.kind} has no plain recipient.`)
    const held = mail.kind !== 'SIGN_IN' && suppressed.has(JSON.stringify([mail.kind, mail.recipient]))
    const id = newId('mail')
    return {
      id,
      kind: mail.kind,
      recipient: mail.recipient,
      subjectKey: mail.subjectKey,
      props: MAIL_KINDS[mail.kind].stored.parse(mail.props),
      userId: mail.userId ?? null,
      communityId: mail.communityId ?? null,
      state: held ? ('SUPPRESSED' as const) : ('QUEUED' as const),
      messageId: `<${id}@${host}>`,
      queuedAt: now,
      dueAt: mail.dueAt ?? now,
      expiresAt: mail.expiresAt,
      settledAt: held ? now : null,
    }
  })
  await tx.outboxMail.createMany({ data: rows, skipDuplicates: true })
  const due = rows.filter((row) => row.state === 'QUEUED' && row.dueAt <= now)
  // A repeat has no row of its own, so no job either.
  const written = await tx.outboxMail.count({ where: { id: { in: due.map(({ id }) => id) } } })
  // Without a key: transactions that queue mail at the same time would wait for each other at its row.
  if (written > 0) await enqueue(tx, 'send-mail', {})
}

/** {@link queueMails} of one mail; its id, or that of the mail that was there before. */
export async function queueMail(tx: Db, mail: NewMail, now: Date): Promise<string> {
  await queueMails(tx, [mail], now)
  const { kind, recipient, subjectKey } = mail
  const row = await tx.outboxMail.findUniqueOrThrow({
    where: { kind_recipient_subjectKey: { kind, recipient, subjectKey } },
    select: { id: true },
  })
  return row.id
}
