import { DomainError } from '@/domain/errors'
import { daySince, expiryOf, MOST_MAILS_PER_WEEK, MOST_PER_DAY, MOST_PER_PAIR, pairSince, weekSince } from '@/domain/introductions/introduction-time'
import { orderedPair } from '@/domain/meeting/pair'
import { cleanLine } from '@/domain/text'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { blocksAmong } from '../person/blocks-among'
import { partyOfAsk, partyOfContact, type Party } from './introducible'
import { closeLapsed } from './tend-introductions'
import { queueIntroductionMail } from './queue-introduction-mail'

/** The longest reason, in characters, as the column holds it. */
export const REASON_MAX = 300

export interface NewIntroduction {
  readonly byId: string
  /** The first of the two: one of the introducer's own people, or whoever sent them this ask. */
  readonly one: { readonly contactId: string } | { readonly askId: string }
  readonly otherContactId: string
  /** Why each should meet the other, in the introducer's words. */
  readonly reasonForOne: string
  readonly reasonForOther: string
  /** The client's own word for this one: a repeat gets the same receipt. */
  readonly nonce: string
  readonly now: Date
  readonly locale: Locale
}

interface Pair {
  readonly aId: string
  readonly bId: string
}

function pairOf(one: Party, other: Party): Pair {
  const { userAId, userBId } = orderedPair(one.userId, other.userId)
  return { aId: userAId, bId: userBId }
}

/** @throws DomainError when the introducer has done enough for today, or for these two. */
async function demandModesty(tx: Prisma.TransactionClient, pair: Pair, { byId, now, locale }: NewIntroduction) {
  const t = textOf(locale, 'introduction')
  const today = await tx.introduction.count({ where: { byId, createdAt: { gt: daySince(now) } } })
  if (today >= MOST_PER_DAY) throw new DomainError('TOO_MANY', t('enoughToday', { most: MOST_PER_DAY }))
  const earlier = await tx.introduction.findMany({
    where: { byId, ...pair },
    select: { createdAt: true, connectedAt: true, withdrawnAt: true },
  })
  if (earlier.some(({ connectedAt }) => connectedAt !== null)) throw new DomainError('CONFLICT', t('alreadyTogether'))
  if (earlier.some(({ withdrawnAt }) => withdrawnAt === null)) throw new DomainError('CONFLICT', t('alreadyWaiting'))
  if (earlier.filter(({ createdAt }) => createdAt > pairSince(now)).length >= MOST_PER_PAIR) {
    throw new DomainError('TOO_MANY', t('letItRest'))
  }
}

/** Those of them who have not had their mails of this week. Nobody is told: the introducer sees no difference. */
async function whoGetMail<Side extends Party>(tx: Prisma.TransactionClient, sides: readonly Side[], now: Date): Promise<Side[]> {
  const had = await tx.outboxMail.findMany({
    where: {
      kind: 'INTRODUCTION',
      userId: { in: sides.map(({ userId }) => userId) },
      queuedAt: { gt: weekSince(now) },
      props: { path: ['what'], equals: 'PROPOSED' },
    },
    select: { userId: true },
  })
  return sides.filter((side) => had.filter(({ userId }) => userId === side.userId).length < MOST_MAILS_PER_WEEK)
}

/** Writes it down, and to both of them unless one of the three has blocked another: then nobody hears of it. */
async function write(tx: Prisma.TransactionClient, pair: Pair, sides: readonly (Party & { reason: string })[], made: NewIntroduction) {
  const { byId, nonce, now } = made
  const askId = 'askId' in made.one ? made.one.askId : null
  const introduction = { id: newId('introduction'), byId, ...pair, askId, nonce, createdAt: now, expiresAt: expiryOf(now) }
  await tx.introduction.create({ data: introduction })
  await tx.introductionSide.createMany({
    data: sides.map(({ userId, reason }) => ({ introductionId: introduction.id, userId, reason })),
  })
  if (askId !== null) {
    await tx.askRecipient.updateMany({
      where: { askId, userId: byId, answer: 'WAITING' },
      data: { answer: 'KNOWS_SOMEONE', answeredAt: now },
    })
  }
  const blocks = await blocksAmong(tx, [byId, pair.aId, pair.bId])
  if (!blocks.among([byId, pair.aId, pair.bId])) {
    await queueIntroductionMail(tx, { ...introduction, sides: await whoGetMail(tx, sides, now) }, 'PROPOSED', now)
  }
  return { introductionId: introduction.id }
}

/**
 * Proposes two people to each other. The introducer's row is locked, so that what is counted holds; the
 * unique open pair would stop the rest.
 * @throws DomainError NOT_FOUND for entries of others; BAD_INPUT for somebody who cannot be written to, for
 *   one and the same person, and without reasons; CONFLICT when it is on its way or done, or the nonce was
 *   used for others; TOO_MANY
 */
export async function makeIntroduction(db: PrismaClient, made: NewIntroduction): Promise<{ introductionId: string }> {
  const { byId, locale, nonce, now } = made
  const t = textOf(locale, 'introduction')
  const reasonForOne = cleanLine(made.reasonForOne, REASON_MAX)
  const reasonForOther = cleanLine(made.reasonForOther, REASON_MAX)
  if (reasonForOne === '' || reasonForOther === '') throw new DomainError('BAD_INPUT', t('reasonsFirst'))
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${byId} FOR NO KEY UPDATE`
    const given = { ownerId: byId, locale, now }
    const before = await tx.introduction.findUnique({ where: { nonce }, select: { id: true, byId: true, aId: true, bId: true } })
    const one = 'askId' in made.one ? await partyOfAsk(tx, made.one.askId, given) : await partyOfContact(tx, made.one.contactId, given)
    const other = await partyOfContact(tx, made.otherContactId, given)
    if (one.userId === other.userId || [one.userId, other.userId].includes(byId)) throw new DomainError('BAD_INPUT', t('twoPeople'))
    const pair = pairOf(one, other)
    if (before) {
      if (before.byId === byId && before.aId === pair.aId && before.bId === pair.bId) return { introductionId: before.id }
      throw new DomainError('CONFLICT', t('usedNonce'))
    }
    await closeLapsed(tx, now, { byId })
    await demandModesty(tx, pair, made)
    const sides = [
      { ...one, reason: reasonForOne },
      { ...other, reason: reasonForOther },
    ]
    return write(tx, pair, sides, made)
  })
}

/**
 * Takes an introduction back that waits. The two are told nothing more; repeats change nothing.
 * @throws DomainError NOT_FOUND for another's, CONFLICT when they are in touch
 */
export async function withdrawIntroduction(
  db: PrismaClient,
  { introductionId, byId, now, locale }: { readonly introductionId: string; readonly byId: string; readonly now: Date; readonly locale: Locale },
): Promise<void> {
  const t = textOf(locale, 'introduction')
  await db.introduction.updateMany({
    where: { id: introductionId, byId, connectedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    data: { withdrawnAt: now },
  })
  const row = await db.introduction.findFirst({ where: { id: introductionId, byId }, select: { connectedAt: true } })
  if (!row) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  if (row.connectedAt) throw new DomainError('CONFLICT', t('alreadyTogether'))
}
