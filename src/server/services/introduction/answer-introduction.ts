import { DomainError } from '@/domain/errors'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { textOf, type Locale } from '@/text/translator'
import { blocksAmong } from '../person/blocks-among'
import { connect } from './connect'
import { findIntroductions, isDelivered, isOpen, sidesFor, trioOf, type IntroductionRow, type OwnSide } from './load-introduction'
import { chosenDetails, type DetailsChosen } from './shared-details'

/** Whose side it is. */
export interface OnSide {
  readonly introductionId: string
  readonly userId: string
  readonly now: Date
  readonly locale: Locale
}

/** What somebody says: yes, with the details they let the other have, or no. */
export type Reply = ({ readonly answer: 'ACCEPTED' } & DetailsChosen) | { readonly answer: 'DECLINED' }

interface Opened extends OwnSide {
  readonly row: IntroductionRow
}

const notHere = (locale: Locale) => new DomainError('NOT_FOUND', textOf(locale, 'introduction')('notHere'))
const over = (locale: Locale) => new DomainError('GONE', textOf(locale, 'introduction')('over'))

/**
 * The introduction as one of the two may see it.
 * @throws DomainError NOT_FOUND for anybody else's; GONE, as if its time were over, where one of the three
 *   blocked another, and when the other is gone
 */
export async function openSide(db: PrismaClient | Prisma.TransactionClient, { introductionId, userId, locale }: OnSide): Promise<Opened> {
  const [row] = await findIntroductions(db, { id: introductionId, sides: { some: { userId } } }, 1)
  if (!row) throw notHere(locale)
  const sides = sidesFor(row, userId)
  if (!sides || !isDelivered(row, userId, await blocksAmong(db, trioOf(row)))) throw over(locale)
  return { row, ...sides }
}

/** The same with its row locked, so that of two answers at once the second sees the first. */
async function openLocked(tx: Prisma.TransactionClient, side: OnSide): Promise<Opened> {
  await tx.$queryRaw`SELECT id FROM introduction WHERE id = ${side.introductionId} FOR UPDATE`
  return openSide(tx, side)
}

/** @throws DomainError GONE once its time is over or it was taken back; CONFLICT when the two are in touch */
function demandOpen(row: IntroductionRow, { now, locale }: OnSide): void {
  if (row.connectedAt) throw new DomainError('CONFLICT', textOf(locale, 'introduction')('alreadyInTouch'))
  if (!isOpen(row, now)) throw over(locale)
}

function write(tx: Prisma.TransactionClient, { introductionId, userId }: OnSide, data: Prisma.IntroductionSideUpdateManyMutationInput) {
  return tx.introductionSide.updateMany({ where: { introductionId, userId }, data })
}

/**
 * Says yes or no on one's own side. The second yes connects the two, in the same transaction. A no is written
 * down and does nothing else: nobody's page, mail or count depends on it. A second thought takes the place of
 * the first; repeats change nothing.
 * @throws DomainError NOT_FOUND, GONE, CONFLICT, BAD_INPUT
 */
export async function answerIntroduction(db: PrismaClient, side: OnSide, reply: Reply): Promise<void> {
  await db.$transaction(async (tx) => {
    const { row, own, other } = await openLocked(tx, side)
    if (row.connectedAt && reply.answer === 'ACCEPTED') return
    demandOpen(row, side)
    const email = own.user.email
    if (email === null) throw notHere(side.locale)
    const shares = reply.answer === 'ACCEPTED' ? chosenDetails(reply, email, side.locale) : []
    await write(tx, side, { answer: reply.answer, answeredOnce: true, answeredAt: side.now, shares })
    if (reply.answer === 'ACCEPTED' && other.answer === 'ACCEPTED') await connect(tx, row.id, side.now)
  })
}

/**
 * Takes one's own yes or no back, until both have said yes or the time is over: not until the other has
 * answered, since its end would then tell of a no.
 * @throws DomainError NOT_FOUND, GONE, CONFLICT
 */
export async function undoAnswer(db: PrismaClient, side: OnSide): Promise<void> {
  await db.$transaction(async (tx) => {
    const { row } = await openLocked(tx, side)
    demandOpen(row, side)
    await write(tx, side, { answer: 'WAITING', answeredAt: null, shares: [] })
  })
}
