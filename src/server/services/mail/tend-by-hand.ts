import { DomainError } from '@/domain/errors'
import type { MailState } from '@/generated/prisma/enums'
import { sql, type Db } from '@/server/db/client'
import { enqueue } from '@/server/jobs/enqueue'
import { textOf, type Locale } from '@/text/translator'
import { ZONE_OF_PERSON } from '../person/zone-sql'
import { BOUNCED } from './record-delivery'

interface ByHand {
  readonly mailId: string
  readonly now: Date
  readonly locale: Locale
}

/** What is said of a mail of a day that is over; the operator reads it. */
const DAY_OVER = 'Not tried again: the day that it was for is over.'

const refuse = (locale: Locale, key: 'dayOver' | 'notRetried' | 'sureTwice' | 'notStopped') =>
  new DomainError('CONFLICT', textOf(locale, 'mail')(`outbox.${key}`))

/**
 * Lets these mails wait again, each worth a day from now on: a digest and a reminder are for one local day of
 * their reader, whom there is one digest a day for, so they are worth that day alone, and once it is over their
 * rows say so.
 * @returns how many wait again, and how many are of a day that is over.
 */
async function tryAgain(db: Db, states: readonly MailState[], now: Date, mailId: string | null): Promise<{ count: number; over: number }> {
  const rows = await db.$queryRaw<{ again: boolean }[]>(sql`
    WITH chosen AS (
      SELECT mail.id, reader.today IS NULL OR reader.today = reader.day AS again,
        least(${now}::timestamptz + interval '1 day', reader."endsAt") AS "expiresAt"
      FROM outbox_mail mail
      LEFT JOIN LATERAL (
        SELECT to_char(${now}::timestamptz AT TIME ZONE zone, 'YYYY-MM-DD') AS today,
          (date_trunc('day', ${now}::timestamptz AT TIME ZONE zone) + interval '1 day') AT TIME ZONE zone AS "endsAt",
          CASE mail.kind WHEN 'DIGEST' THEN mail."subjectKey"
            ELSE to_char(mail."queuedAt" AT TIME ZONE zone, 'YYYY-MM-DD') END AS day
        FROM (SELECT ${ZONE_OF_PERSON} AS zone FROM "user" person WHERE person.id = mail."userId") AS home
        WHERE mail.kind = 'DIGEST' OR (mail.kind = 'MORNING_AFTER' AND mail."subjectKey" LIKE '%:reminder')
      ) reader ON true
      WHERE mail.kind <> 'SIGN_IN' AND mail.state::text = ANY(${states}::text[])
        AND (${mailId}::text IS NULL OR mail.id = ${mailId}::text)
      FOR UPDATE OF mail
    )
    UPDATE outbox_mail mail SET
      state = CASE WHEN chosen.again THEN 'QUEUED' ELSE mail.state END,
      "dueAt" = CASE WHEN chosen.again THEN ${now}::timestamptz ELSE mail."dueAt" END,
      "expiresAt" = CASE WHEN chosen.again THEN chosen."expiresAt" ELSE mail."expiresAt" END,
      "settledAt" = CASE WHEN chosen.again THEN NULL ELSE mail."settledAt" END,
      "lastError" = CASE WHEN chosen.again THEN NULL ELSE ${DAY_OVER} END
    FROM chosen WHERE mail.id = chosen.id
    RETURNING chosen.again`)
  const count = rows.filter(({ again }) => again).length
  if (count > 0) await enqueue(db, 'send-mail', {}, { jobKey: 'send-mail' })
  return { count, over: rows.length - count }
}

/**
 * Tries a mail again that failed or whose outcome is unknown; the latter may arrive twice, which its operator
 * has to say they know. Sign-in mail is left alone: its secret is gone, and its reader asks for another; so is
 * a digest or reminder whose day is over.
 * @throws DomainError CONFLICT when it is in no such state, of a day that is over, or `sure` is missing.
 */
export async function retryMail(db: Db, { mailId, now, locale, sure }: ByHand & { readonly sure: boolean }): Promise<void> {
  const mail = await db.outboxMail.findUnique({ where: { id: mailId }, select: { state: true } })
  if (mail?.state === 'UNKNOWN' && !sure) throw refuse(locale, 'sureTwice')
  const { count, over } = await tryAgain(db, sure ? ['FAILED', 'UNKNOWN'] : ['FAILED'], now, mailId)
  if (over > 0) throw refuse(locale, 'dayOver')
  if (count === 0) throw refuse(locale, 'notRetried')
}

/** {@link retryMail} of all that failed. @returns how many, and how many were of a day that is over. */
export const retryAllFailed = (db: Db, now: Date): Promise<{ count: number; over: number }> => tryAgain(db, ['FAILED'], now, null)

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
