import type { Prisma, PrismaClient } from '@/generated/prisma/client'

/**
 * Statements for the transaction in which one person blocks another, after the block is written: where
 * both have a seat at one circle, the one who blocks gives theirs up, since of the two only they know.
 * The circles are locked first, so that neither joins one unseen at this moment.
 */
export function releaseSeats(db: PrismaClient, { blockerId, blockedId }: { blockerId: string; blockedId: string }) {
  const shared = { invitations: { some: { userId: blockedId, answer: 'JOINED' as const } } }
  return [
    db.$executeRaw`
      SELECT c.id FROM circle c
      JOIN circle_invitation a ON a."circleId" = c.id AND a."userId" = ${blockerId}
      JOIN circle_invitation b ON b."circleId" = c.id AND b."userId" = ${blockedId}
      ORDER BY c.id FOR UPDATE OF c`,
    db.circleInvitation.deleteMany({ where: { userId: blockerId, answer: 'JOINED', circle: shared } }),
  ]
}

/**
 * For the transaction in which somebody's heading home is written, after it: gives up their seats at the
 * circles of the event that have not begun by `now`, for good. They are invited as before they joined.
 * A seat at one that has begun stays theirs, since they sat there. The check-in and then the circles are
 * locked, in that order, as by whoever joins.
 * @returns everybody invited to one of those circles: their pages read differently
 */
export async function releaseSeatsOfLeaver(
  tx: Prisma.TransactionClient,
  { eventId, userId, now }: { readonly eventId: string; readonly userId: string; readonly now: Date },
): Promise<readonly string[]> {
  const circles = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM circle c JOIN circle_invitation i ON i."circleId" = c.id
    WHERE c."eventId" = ${eventId} AND c."startsAt" > ${now} AND i."userId" = ${userId} AND i.answer = 'JOINED'
    ORDER BY c.id FOR UPDATE OF c`
  const circleId = { in: circles.map(({ id }) => id) }
  await tx.circleInvitation.updateMany({
    where: { circleId, userId, answer: 'JOINED' },
    data: { answer: 'INVITED', answeredAt: null },
  })
  const invited = await tx.circleInvitation.findMany({ where: { circleId }, distinct: ['userId'], select: { userId: true } })
  return invited.map((one) => one.userId)
}
