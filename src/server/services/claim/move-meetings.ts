import type { Prisma } from '@/generated/prisma/client'
import type { Move } from './move-presence'

/**
 * Moves meetings. A pair has one row with its ids in order, so each is taken by itself: one that the
 * other person also had with the viewer, or that the two accounts had with each other, falls away.
 */
export async function moveMeetings(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  const meetings = await tx.meeting.findMany({
    where: { OR: [{ userAId: from }, { userBId: from }] },
    select: { id: true, eventId: true, userAId: true, userBId: true, proposedById: true },
  })
  for (const meeting of meetings) {
    const other = meeting.userAId === from ? meeting.userBId : meeting.userAId
    if (other === to) {
      await tx.meeting.delete({ where: { id: meeting.id } })
      continue
    }
    const [userAId, userBId] = other < to ? [other, to] : [to, other]
    const twin = await tx.meeting.findUnique({
      where: { eventId_userAId_userBId: { eventId: meeting.eventId, userAId, userBId } },
      select: { id: true },
    })
    if (twin) {
      await tx.meeting.delete({ where: { id: meeting.id } })
    } else {
      const proposedById = meeting.proposedById === from ? to : meeting.proposedById
      await tx.meeting.update({ where: { id: meeting.id }, data: { userAId, userBId, proposedById } })
    }
  }
}
