import type { PrismaClient } from '@/generated/prisma/client'

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
