import { DomainError } from '@/domain/errors'
import { askExpiry, askWeekSince, MOST_ASKS_OPEN, MOST_ASKS_PER_WEEK } from '@/domain/introductions/ask-time'
import { routeAsk } from '@/domain/introductions/route-ask'
import { cleanLine } from '@/domain/text'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { chosenDetails, type DetailsChosen } from '../introduction/shared-details'
import { queueMails } from '../mail/queue-mail'
import { readWithVectors } from '../suggestion/read-texts'
import { loadCandidates } from './load-candidates'
import { knownToOneself } from './own-notes'

/** The longest ask, in characters, as the column holds it. */
export const ASK_MAX = 200

export interface NewAsk {
  readonly byId: string
  readonly email: string
  /** Null: to one's own people. */
  readonly communityId: string | null
  readonly text: string
  readonly details: DetailsChosen
  readonly nonce: string
  readonly now: Date
  readonly locale: Locale
}

/** What became of it: to how many it went. NOBODY: nothing was written; perhaps the asker knows somebody themself. */
export type AskReceipt =
  | { readonly state: 'SENT'; readonly askId: string; readonly count: number }
  | { readonly state: 'NOBODY'; readonly known: readonly { readonly contactId: string; readonly name: string }[] }

/** @throws DomainError TOO_MANY when enough asks are open or were put this week */
async function demandModesty(tx: Prisma.TransactionClient, { byId, now, locale }: NewAsk): Promise<void> {
  const t = textOf(locale, 'ask')
  const open = await tx.ask.count({ where: { byId, closedAt: null, expiresAt: { gt: now } } })
  if (open >= MOST_ASKS_OPEN) throw new DomainError('TOO_MANY', t('enoughOpen', { most: MOST_ASKS_OPEN }))
  const week = await tx.ask.count({ where: { byId, createdAt: { gt: askWeekSince(now) } } })
  if (week >= MOST_ASKS_PER_WEEK) throw new DomainError('TOO_MANY', t('enoughThisWeek', { most: MOST_ASKS_PER_WEEK }))
}

/** One at a time decides whom to bother: what two asks at once count is then true for both. */
const ROUTING_LOCK = 7_310_503

async function write(tx: Prisma.TransactionClient, asked: NewAsk, text: string): Promise<AskReceipt> {
  const { byId, communityId, nonce, now, email, locale } = asked
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ROUTING_LOCK})`
  const routed = routeAsk(readWithVectors(text), await loadCandidates(tx, asked))
  if (routed.length === 0) return { state: 'NOBODY', known: await knownToOneself(tx, { ownerId: byId, text }) }
  const id = newId('ask')
  const expiresAt = askExpiry(now)
  const shares = chosenDetails(asked.details, email, locale)
  await tx.ask.create({ data: { id, byId, communityId, text, shares, nonce, createdAt: now, expiresAt } })
  await tx.askRecipient.createMany({
    data: routed.map(({ id: userId, reasons }) => ({ askId: id, userId, reasons: reasons.map((reason) => ({ ...reason })) })),
  })
  const people = await tx.user.findMany({ where: { id: { in: routed.map((one) => one.id) } }, select: { id: true, email: true } })
  const mail = { kind: 'INTRODUCTION' as const, subjectKey: id, props: { what: 'ASKED' as const, askId: id }, expiresAt }
  await queueMails(tx, people.flatMap((one) => (one.email === null ? [] : [{ ...mail, recipient: one.email, userId: one.id }])), now)
  return { state: 'SENT', askId: id, count: routed.length }
}

/**
 * Puts an ask to the few most likely to know. Where nobody fits nothing is written and nobody is bothered.
 * @throws DomainError NOT_FOUND for a community that is not theirs, BAD_INPUT, TOO_MANY, CONFLICT for a nonce
 *   that was used for another ask
 */
export async function putAsk(db: PrismaClient, asked: NewAsk): Promise<AskReceipt> {
  const { byId, communityId, nonce, locale } = asked
  const t = textOf(locale, 'ask')
  const text = cleanLine(asked.text, ASK_MAX)
  if (text === '') throw new DomainError('BAD_INPUT', t('textFirst'))
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${byId} FOR NO KEY UPDATE`
    if (communityId !== null && !(await tx.membership.findUnique({ where: { communityId_userId: { communityId, userId: byId } } }))) {
      throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
    }
    const before = await tx.ask.findUnique({ where: { nonce }, select: { id: true, byId: true, text: true, _count: { select: { recipients: true } } } })
    if (before) {
      if (before.byId === byId && before.text === text) return { state: 'SENT', askId: before.id, count: before._count.recipients }
      throw new DomainError('CONFLICT', t('usedNonce'))
    }
    await demandModesty(tx, asked)
    return write(tx, asked, text)
  })
}

/** 'It is settled': nobody can answer any more. Repeats change nothing. @throws DomainError NOT_FOUND for another's */
export async function closeAsk(
  db: PrismaClient,
  { askId, byId, now, locale }: { readonly askId: string; readonly byId: string; readonly now: Date; readonly locale: Locale },
): Promise<void> {
  await db.ask.updateMany({ where: { id: askId, byId, closedAt: null }, data: { closedAt: now } })
  const row = await db.ask.findFirst({ where: { id: askId, byId }, select: { id: true } })
  if (!row) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
}
