import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import type { AskAnswer } from '@/generated/prisma/enums'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { textOf, type Locale } from '@/text/translator'
import { readPersonToken } from '../introduction/person-link'
import { answerAsk, openReceived, undoPass, type AskedPerson, type AskReply } from './answer-ask'
import { askReasonsInWords } from './ask-reasons'

/** How often a link changes its answer: it needs no session. */
const CHANGES: Limit = { name: 'ask-link', times: 20, seconds: 3600 }

interface Given {
  readonly secret: string
  readonly token: string
  readonly now: Date
  readonly locale: Locale
}

/** What the page of a link shows: no address of anybody. */
export interface AskLinkView {
  readonly askId: string
  readonly byName: string
  readonly text: string
  readonly why: readonly string[]
  readonly expiresAt: Date
  readonly answer: AskAnswer
}

/** Whom a genuine token was written to. @throws DomainError NOT_FOUND */
async function personOf(db: PrismaClient, { secret, token, now, locale }: Given): Promise<AskedPerson> {
  const claim = readPersonToken(secret, 'ask', token)
  const rows = claim ? await db.askRecipient.findMany({ where: { askId: claim.subjectId }, select: { userId: true } }) : []
  const row = rows.find(({ userId }) => claim?.isSignedFor(userId))
  if (!claim || !row) throw new DomainError('NOT_FOUND', textOf(locale, 'introduction')('badLink'))
  return { askId: claim.subjectId, userId: row.userId, now, locale }
}

/** What the page of a link shows. Changes nothing. @throws DomainError NOT_FOUND, GONE */
export async function viewAskLink(db: PrismaClient, given: Given): Promise<AskLinkView> {
  const { own, ask } = await openReceived(db, await personOf(db, given))
  const why = askReasonsInWords(own.reasons, own.user.profile ?? { offer: '', headline: '' }, given.locale)
  return { askId: ask.id, byName: ask.by.name, text: ask.text, why, expiresAt: ask.expiresAt, answer: own.answer }
}

/** @throws DomainError TOO_MANY beyond {@link CHANGES} */
async function personToChange(db: PrismaClient, given: Given): Promise<AskedPerson> {
  const person = await personOf(db, given)
  if (await withinLimit(db, CHANGES, `${person.askId}:${person.userId}`)) return person
  throw new DomainError('TOO_MANY', textOf(given.locale, 'errors')('tooFast'))
}

/** Answers by a link. @throws DomainError NOT_FOUND, GONE, CONFLICT, BAD_INPUT, TOO_MANY */
export async function answerAskByLink(db: PrismaClient, given: Given, reply: AskReply): Promise<AskLinkView> {
  await answerAsk(db, await personToChange(db, given), reply)
  return viewAskLink(db, given)
}

/** Takes 'not me' back by a link. @throws DomainError NOT_FOUND, GONE, TOO_MANY */
export async function undoPassByLink(db: PrismaClient, given: Given): Promise<AskLinkView> {
  await undoPass(db, await personToChange(db, given))
  return viewAskLink(db, given)
}
