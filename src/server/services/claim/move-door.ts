import type { Prisma } from '@/generated/prisma/client'
import { moveRsvps } from './move-rsvps'
import type { Move } from './move'

/**
 * Moves what belongs to doors: the person's own RSVPs, the doors they host or invited others to, and whom they
 * let in or took back.
 */
export async function moveDoor(tx: Prisma.TransactionClient, { from, to }: Move, now: Date): Promise<void> {
  await moveRsvps(tx, { from, to }, now)
  await tx.doorGrant.updateMany({ where: { userId: from }, data: { userId: to } })
  await tx.doorGrant.updateMany({ where: { createdById: from }, data: { createdById: to } })
  await tx.checkIn.updateMany({ where: { byId: from }, data: { byId: to } })
  await tx.checkInUndo.updateMany({ where: { userId: from }, data: { userId: to } })
  await tx.checkInUndo.updateMany({ where: { undoneById: from }, data: { undoneById: to } })
}

/** Takes from a guest the doors that they host and every role above a member's. */
export async function dropDuties(tx: Prisma.TransactionClient, guestId: string): Promise<void> {
  await tx.doorGrant.deleteMany({ where: { userId: guestId } })
  await tx.membership.updateMany({ where: { userId: guestId }, data: { role: 'MEMBER' } })
}
