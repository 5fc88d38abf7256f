import type { Prisma } from '@/generated/prisma/client'
import type { Move } from './move'

/**
 * Moves what belongs to doors: the person's own RSVPs, where the other has none at that event, the doors
 * they host, and whom they let in or took back.
 */
export async function moveDoor(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    UPDATE rsvp g SET "userId" = ${to} WHERE "userId" = ${from}
      AND NOT EXISTS (SELECT 1 FROM rsvp o WHERE o."userId" = ${to} AND o."eventId" = g."eventId")`
  await tx.doorGrant.updateMany({ where: { userId: from }, data: { userId: to } })
  await tx.checkIn.updateMany({ where: { byId: from }, data: { byId: to } })
  await tx.checkInUndo.updateMany({ where: { userId: from }, data: { userId: to } })
  await tx.checkInUndo.updateMany({ where: { undoneById: from }, data: { undoneById: to } })
}
