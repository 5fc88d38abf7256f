import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { textOf, type Locale } from '@/text/translator'
import { acquaint } from '../introduction/connect'
import { chosenDetails, storedDetails, type DetailsChosen } from '../introduction/shared-details'
import { queueMails } from '../mail/queue-mail'
import { openAskFor } from './open-ask'

/** Who was sent it. */
export interface AskedPerson {
  readonly askId: string
  readonly userId: string
  readonly now: Date
  readonly locale: Locale
}

/** 'I can help', with what the asker may have and a word, or 'not me'. */
export type AskReply = ({ readonly answer: 'CAN_HELP'; readonly note: string } & DetailsChosen) | { readonly answer: 'PASSED' }

/** The longest word with it, in characters, as the column holds it. */
export const NOTE_MAX = 300
/** How long the news of an answer is worth sending, in milliseconds. */
const NEWS_MS = 7 * 86_400_000

/**
 * The ask as one who was sent it may see it.
 * @throws DomainError NOT_FOUND for anybody else, GONE when it is closed or over, or one of the two blocked the
 *   other: the same sentence for all
 */
export async function openReceived(db: PrismaClient | Prisma.TransactionClient, asked: AskedPerson) {
  const { askId, userId, locale } = asked
  const t = textOf(locale, 'ask')
  const own = await db.askRecipient.findUnique({
    where: { askId_userId: { askId, userId } },
    select: { answer: true, reasons: true, user: { select: { name: true, email: true, profile: { select: { offer: true, headline: true } } } } },
  })
  if (!own) throw new DomainError('NOT_FOUND', t('notHere'))
  const ask = await openAskFor(db, asked)
  if (!ask) throw new DomainError('GONE', t('over'))
  return { own, ask }
}

/** The same with one's own row locked. */
async function openLocked(tx: Prisma.TransactionClient, asked: AskedPerson) {
  await tx.$queryRaw`SELECT 1 FROM ask_recipient WHERE "askId" = ${asked.askId} AND "userId" = ${asked.userId} FOR UPDATE`
  return openReceived(tx, asked)
}

/** Both know each other from now on, and the asker is told. */
async function help(tx: Prisma.TransactionClient, asked: AskedPerson, reply: Extract<AskReply, { answer: 'CAN_HELP' }>) {
  const { askId, userId, now, locale } = asked
  const { own, ask } = await openLocked(tx, asked)
  if (own.answer === 'CAN_HELP') return
  const { email } = own.user
  if (email === null) throw new DomainError('NOT_FOUND', textOf(locale, 'ask')('notHere'))
  const details = chosenDetails(reply, email, locale)
  await tx.askRecipient.update({
    where: { askId_userId: { askId, userId } },
    data: { answer: 'CAN_HELP', note: cleanLine(reply.note, NOTE_MAX), shares: details, answeredAt: now },
  })
  await acquaint(
    tx,
    [
      { id: ask.byId, name: ask.by.name, details: storedDetails(ask.shares) },
      { id: userId, name: own.user.name, details },
    ],
    { about: askId, now },
  )
  const asker = await tx.user.findUnique({ where: { id: ask.byId }, select: { email: true } })
  if (!asker?.email) return
  const props = { what: 'HELPED' as const, askId, helperId: userId }
  const expiresAt = new Date(now.getTime() + NEWS_MS)
  await queueMails(tx, [{ kind: 'INTRODUCTION', recipient: asker.email, userId: ask.byId, subjectKey: `${askId}:${userId}`, props, expiresAt }], now)
}

/**
 * Answers an ask that one was sent. 'I can help' lets the asker have what was chosen, and the helper what the
 * asker chose, in one transaction; it stands. 'Not me' is told to nobody. Repeats change nothing.
 * @throws DomainError NOT_FOUND, GONE, BAD_INPUT; CONFLICT for 'not me' after 'I can help'
 */
export async function answerAsk(db: PrismaClient, asked: AskedPerson, reply: AskReply): Promise<void> {
  const { askId, userId, now, locale } = asked
  await db.$transaction(async (tx) => {
    if (reply.answer === 'CAN_HELP') return help(tx, asked, reply)
    const { own } = await openLocked(tx, asked)
    if (own.answer === 'CAN_HELP') throw new DomainError('CONFLICT', textOf(locale, 'ask')('alreadyHelps'))
    if (own.answer !== 'WAITING') return
    await tx.askRecipient.update({ where: { askId_userId: { askId, userId } }, data: { answer: 'PASSED', answeredAt: now } })
  })
}

/** Takes 'not me' back. Repeats change nothing. @throws DomainError NOT_FOUND, GONE */
export async function undoPass(db: PrismaClient, asked: AskedPerson): Promise<void> {
  const { askId, userId } = asked
  await db.$transaction(async (tx) => {
    await openLocked(tx, asked)
    await tx.askRecipient.updateMany({ where: { askId, userId, answer: 'PASSED' }, data: { answer: 'WAITING', answeredAt: null } })
  })
}
