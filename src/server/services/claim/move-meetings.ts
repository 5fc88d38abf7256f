import { orderedPair } from '@/domain/meeting/pair'
import type { Meeting, Prisma } from '@/generated/prisma/client'
import type { Move } from './move'
import { placeInteraction } from './place-interaction'

/** How far a meeting got: declined, proposed, confirmed. */
function advance({ state, declinedAt }: Pick<Meeting, 'state' | 'declinedAt'>): number {
  if (state === 'CONFIRMED') return 2
  return declinedAt ? 0 : 1
}

/** Gives what people wrote down about one meeting to another, and deletes the first. */
async function mergeMeeting(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  const interactions = await tx.interaction.findMany({ where: { meetingId: from }, select: { id: true, contactId: true } })
  for (const { id, contactId } of interactions) await placeInteraction(tx, id, { contactId, meetingId: to })
  await tx.meeting.delete({ where: { id: from } })
}

/**
 * Moves meetings. A pair has one row with its ids in order, so each is taken by itself. Of one that the
 * other person also had with the viewer the more advanced stays, else the viewer's; one that the two
 * accounts had with each other falls away.
 */
export async function moveMeetings(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  const meetings = await tx.meeting.findMany({ where: { OR: [{ userAId: from }, { userBId: from }] } })
  for (const meeting of meetings) {
    const other = meeting.userAId === from ? meeting.userBId : meeting.userAId
    if (other === to) {
      await tx.meeting.delete({ where: { id: meeting.id } })
      continue
    }
    const pair = orderedPair(other, to)
    const twin = await tx.meeting.findUnique({ where: { eventId_userAId_userBId: { eventId: meeting.eventId, ...pair } } })
    if (twin && advance(twin) >= advance(meeting)) {
      await mergeMeeting(tx, { from: meeting.id, to: twin.id })
      continue
    }
    if (twin) await mergeMeeting(tx, { from: twin.id, to: meeting.id })
    const proposedById = meeting.proposedById === from ? to : meeting.proposedById
    await tx.meeting.update({ where: { id: meeting.id }, data: { ...pair, proposedById } })
  }
}
