import { DomainError } from '@/domain/errors'
import { introductionState, type IntroductionState } from '@/domain/introductions/introduction-time'
import type { PrismaClient } from '@/generated/prisma/client'
import type { IntroductionAnswer } from '@/generated/prisma/enums'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { textOf, type Locale } from '@/text/translator'
import { answerIntroduction, openSide, undoAnswer, type OnSide, type Reply } from './answer-introduction'
import { otherAsShown } from './load-introduction'
import { readPersonToken } from './person-link'

/** How often a link changes its side: it needs no session. */
const CHANGES: Limit = { name: 'introduction-link', times: 20, seconds: 3600 }

interface Given {
  readonly secret: string
  readonly token: string
  readonly now: Date
  readonly locale: Locale
}

/** What the page of a link shows: no address of anybody, the reader's own neither, since links are passed on. */
export interface IntroductionLinkView {
  readonly byName: string
  readonly otherName: string
  readonly otherHeadline: string
  readonly reason: string
  readonly expiresAt: Date
  readonly answer: IntroductionAnswer
  readonly state: Extract<IntroductionState, 'WAITING' | 'CONNECTED'>
}

/** Whose side a genuine token is about. @throws DomainError NOT_FOUND */
async function sideOf(db: PrismaClient, { secret, token, now, locale }: Given): Promise<OnSide> {
  const claim = readPersonToken(secret, 'introduction', token)
  const sides = claim ? await db.introductionSide.findMany({ where: { introductionId: claim.subjectId }, select: { userId: true } }) : []
  const side = sides.find(({ userId }) => claim?.isSignedFor(userId))
  if (!claim || !side) throw new DomainError('NOT_FOUND', textOf(locale, 'introduction')('badLink'))
  return { introductionId: claim.subjectId, userId: side.userId, now, locale }
}

/** What the page of a link shows. Changes nothing. @throws DomainError NOT_FOUND, GONE */
export async function viewIntroductionLink(db: PrismaClient, given: Given): Promise<IntroductionLinkView> {
  const { row, own, other } = await openSide(db, await sideOf(db, given))
  const state = introductionState(row, given.now)
  if (state !== 'WAITING' && state !== 'CONNECTED') throw new DomainError('GONE', textOf(given.locale, 'introduction')('over'))
  return { byName: row.by.name, ...otherAsShown(other), reason: own.reason, expiresAt: row.expiresAt, answer: own.answer, state }
}

/** @throws DomainError TOO_MANY beyond {@link CHANGES} */
async function sideToChange(db: PrismaClient, given: Given): Promise<OnSide> {
  const side = await sideOf(db, given)
  if (await withinLimit(db, CHANGES, `${side.introductionId}:${side.userId}`)) return side
  throw new DomainError('TOO_MANY', textOf(given.locale, 'errors')('tooFast'))
}

/** Says yes or no by a link. @throws DomainError NOT_FOUND, GONE, CONFLICT, BAD_INPUT, TOO_MANY */
export async function answerByLink(db: PrismaClient, given: Given, reply: Reply): Promise<IntroductionLinkView> {
  await answerIntroduction(db, await sideToChange(db, given), reply)
  return viewIntroductionLink(db, given)
}

/** Takes it back by a link. @throws DomainError NOT_FOUND, GONE, CONFLICT, TOO_MANY */
export async function undoByLink(db: PrismaClient, given: Given): Promise<IntroductionLinkView> {
  await undoAnswer(db, await sideToChange(db, given))
  return viewIntroductionLink(db, given)
}
