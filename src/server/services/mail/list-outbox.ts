import { DomainError } from '@/domain/errors'
import { env } from '@/env'
import type { MailKind, MailState } from '@/generated/prisma/enums'
import { textOf, type Locale } from '@/text/translator'
import { mailContent } from './mail-content'
import type { ContentDeps } from './mail-kind'
import { BOUNCED } from './record-delivery'

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

/** How many mails, and addresses, the operator's list shows. */
const MOST = 200

/** Which mails are listed; without a state all that have not gone out. */
export interface OutboxFilter {
  readonly state?: MailState | undefined
  readonly kind?: MailKind | undefined
}

/**
 * Mail of the filter, the newest first, with the address that each is for, since nobody else can help where
 * one is wrong. With it how many there are of each state and kind, since when the oldest waits, which
 * addresses get no mail any more, and whether mail can leave at all.
 */
export async function listOutbox({ db, clock }: Pick<ContentDeps, 'db' | 'clock'>, { state, kind }: OutboxFilter) {
  const [mails, counts, oldest, bounced] = await Promise.all([
    db.outboxMail.findMany({
      where: { state: state ?? { not: 'SENT' }, ...(kind ? { kind } : {}) },
      orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
      take: MOST,
      select: FIELDS,
    }),
    db.outboxMail.groupBy({ by: ['state', 'kind'], _count: true, orderBy: [{ state: 'asc' }, { kind: 'asc' }] }),
    db.outboxMail.findFirst({
      where: { state: 'QUEUED', dueAt: { lte: clock.now() } },
      orderBy: { dueAt: 'asc' },
      select: { dueAt: true },
    }),
    db.mailSuppression.findMany({
      where: { reason: BOUNCED },
      distinct: ['address'],
      orderBy: { address: 'asc' },
      take: MOST,
      select: { address: true, createdAt: true },
    }),
  ])
  return {
    canSend: env().SMTP_URL !== undefined,
    mails,
    counts: counts.map((one) => ({ state: one.state, kind: one.kind, count: one._count })),
    oldestDueAt: oldest?.dueAt ?? null,
    bounced,
  }
}

/**
 * One mail with its words as the operator may read them: all that is private withheld, and no
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
