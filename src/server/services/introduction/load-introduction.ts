import { introductionState } from '@/domain/introductions/introduction-time'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import type { Blocks } from '../person/blocks-among'

const FIELDS = {
  id: true,
  byId: true,
  aId: true,
  bId: true,
  createdAt: true,
  expiresAt: true,
  connectedAt: true,
  withdrawnAt: true,
  by: { select: { name: true } },
  sides: {
    select: {
      userId: true,
      reason: true,
      answer: true,
      answeredOnce: true,
      shares: true,
      outcomeAskedAt: true,
      outcome: true,
      user: { select: { name: true, email: true, locale: true, profile: { select: { headline: true, visible: true } } } },
    },
  },
} as const

/** The introductions that the condition finds, the latest first, with both sides. */
export function findIntroductions(db: Db, where: Prisma.IntroductionWhereInput, take: number) {
  return db.introduction.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take,
    select: FIELDS,
  })
}

export type IntroductionRow = Awaited<ReturnType<typeof findIntroductions>>[number]
export type SideRow = IntroductionRow['sides'][number]

/** One person's side and the other's. */
export interface OwnSide {
  readonly own: SideRow
  readonly other: SideRow
}

/** Everybody whom an introduction is about. */
export const trioOf = ({ byId, aId, bId }: Pick<IntroductionRow, 'byId' | 'aId' | 'bId'>) => [byId, aId, bId]

/** The sides as this person has them; null for anybody else, and when the other is gone. */
export function sidesFor({ sides }: Pick<IntroductionRow, 'sides'>, userId: string): OwnSide | null {
  const own = sides.find((side) => side.userId === userId)
  const other = sides.find((side) => side.userId !== userId)
  return own && other ? { own, other } : null
}

/**
 * Whether this person may see it. Where one of the three blocked another nothing is delivered; who had
 * answered before, also if they took it back, goes on seeing what they saw, so that nothing tells them, unless
 * the block is their own. findDelivered says the same in SQL.
 */
export function isDelivered(row: IntroductionRow, userId: string, blocks: Blocks): boolean {
  const sides = sidesFor(row, userId)
  if (!sides) return false
  if (blocks.by(userId, row.byId) || blocks.by(userId, sides.other.userId)) return false
  if (row.connectedAt !== null) return !blocks.between(userId, sides.other.userId)
  return sides.own.answeredOnce || !blocks.among(trioOf(row))
}

/** What one of the two may know of the other before both have said yes: of somebody who hides, the name. */
export function otherAsShown({ user }: SideRow) {
  return { otherName: user.name, otherHeadline: user.profile?.visible === true ? user.profile.headline : '' }
}

/** Whether it can still be answered. */
export const isOpen = (row: IntroductionRow, now: Date) => introductionState(row, now) === 'WAITING'
