import { DomainError } from '@/domain/errors'
import { env } from '@/env'
import { textOf, type Locale } from '@/text/translator'
import { mailContent } from './mail-content'
import type { ContentDeps } from './mail-kind'

const FIELDS = {
  id: true,
  kind: true,
  recipient: true,
  state: true,
  queuedAt: true,
  dueAt: true,
  attempts: true,
  lastError: true,
} as const

/** How many mails the operator's list shows. */
const MOST = 200

/**
 * Mail that has not gone out: waiting, failed, held back, unknown; the newest first, with the address that each is for,
 * since nobody else can help where one is wrong.
 * With it whether mail can leave at all.
 */
export async function listOutbox({ db }: Pick<ContentDeps, 'db'>) {
  const mails = await db.outboxMail.findMany({
    where: { state: { not: 'SENT' } },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: FIELDS,
  })
  return { canSend: env().SMTP_URL !== undefined, mails }
}

/**
 * One mail with its words as the operator may read them: private notes and drafts withheld, and no
 * content at all of a mail that holds a sign-in secret or has nothing left to say.
 * @throws DomainError NOT_FOUND
 */
export async function readOutboxMail(deps: ContentDeps, mailId: string, locale: Locale) {
  const row = await deps.db.outboxMail.findUnique({
    where: { id: mailId },
    select: { ...FIELDS, userId: true, props: true },
  })
  if (!row) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  const { userId, props, ...mail } = row
  const content =
    mail.kind === 'SIGN_IN' ? null : await mailContent(deps, { ...mail, userId, props }, 'operator')
  return { ...mail, subject: content?.subject ?? null, text: content?.text ?? null }
}
