import { isBetterRsvp } from '@/domain/rsvp/better-rsvp'
import type { Prisma } from '@/generated/prisma/client'
import { promoteWaitlist } from '@/server/services/rsvp/promote'
import { lockEvent } from '@/server/services/rsvp/lock-event'
import { rememberFormer } from './former-id'
import type { Move } from './move'

const RSVP = { id: true, state: true, confirmBy: true, turn: true } as const

/**
 * Moves the guest's RSVPs, each under its event's lock. Where both accounts have one the better stays, and the links
 * of both lead to it; a place that two had held is free for the next in line.
 */
export async function moveRsvps(tx: Prisma.TransactionClient, { from, to }: Move, now: Date): Promise<void> {
  // In the order of ids, as all who lock several.
  const mine = await tx.rsvp.findMany({ where: { userId: from }, orderBy: { eventId: 'asc' }, select: { eventId: true } })
  for (const { eventId } of mine) {
    await lockEvent(tx, eventId)
    const rsvp = await tx.rsvp.findUniqueOrThrow({ where: { eventId_userId: { eventId, userId: from } }, select: RSVP })
    const twin = await tx.rsvp.findUnique({ where: { eventId_userId: { eventId, userId: to } }, select: RSVP })
    const stays = !twin || isBetterRsvp(rsvp, twin)
    if (twin) {
      const merged = stays ? { from: twin.id, to: rsvp.id } : { from: rsvp.id, to: twin.id }
      await rememberFormer(tx, merged)
      await tx.rsvp.delete({ where: { id: merged.from } })
    }
    if (stays) await tx.rsvp.update({ where: { id: rsvp.id }, data: { userId: to } })
    if (twin) await promoteWaitlist(tx, eventId, now)
  }
}
