import type { MailKind } from '@/generated/prisma/enums'
import { sql } from '@/server/db/client'
import type { MailDeps } from './mail-deps'
import type { StoredMail } from './mail-kind'

/** A mail that waits and is due, as it was read. */
export interface DueMail extends StoredMail {
  readonly kind: MailKind
  readonly messageId: string
  readonly attempts: number
  readonly lastError: string | null
  readonly dueAt: Date
  readonly expiresAt: Date
}

/**
 * For how long a mail that was taken up is nobody else's, in milliseconds: longer than a round takes, and
 * how late it comes at most when a process dies before handing it over.
 */
const LEASE_MS = 60_000

/**
 * Takes up the mails that have been due for longest, sign-in before all others: their rows are put off by a
 * minute under SKIP LOCKED, so that no other worker puts them into words meanwhile. They still wait, and a
 * process that dies with them loses none. Without a mail server each is taken up once, and then to end it.
 */
export async function takeDue({ db, clock, transport }: MailDeps, most: number): Promise<DueMail[]> {
  const now = clock.now()
  // What waits for a mail server says so.
  const anew = transport ? sql`true` : sql`("lastError" IS NULL OR "expiresAt" <= ${now}::timestamptz)`
  const rows = await db.$queryRaw<DueMail[]>(sql`
    WITH due AS (
      SELECT id, "dueAt" FROM outbox_mail
      WHERE state = 'QUEUED' AND "dueAt" <= ${now}::timestamptz AND ${anew}
      ORDER BY kind = 'SIGN_IN' DESC, "dueAt", id
      LIMIT ${most}::int
      FOR UPDATE SKIP LOCKED
    )
    UPDATE outbox_mail mail SET "dueAt" = ${new Date(now.getTime() + LEASE_MS)}::timestamptz
    FROM due WHERE mail.id = due.id
    RETURNING mail.id, mail.kind::text AS kind, mail.recipient, mail."userId", mail.props, mail."messageId",
      mail.attempts, mail."lastError", due."dueAt", mail."expiresAt"`)
  return rows.sort(
    (a, b) =>
      Number(b.kind === 'SIGN_IN') - Number(a.kind === 'SIGN_IN') ||
      a.dueAt.getTime() - b.dueAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  )
}
