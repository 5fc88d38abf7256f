import { DomainError } from '@/domain/errors'
import { orderedPair } from '@/domain/meeting/pair'
import type { PrismaClient } from '@/generated/prisma/client'
import { sharesTable } from '@/server/services/circle/table-mates'
import { newId } from '@/server/lib/tokens'
import { textOf } from '@/text/translator'
import { noSuchMeeting, notBlocked, refuseWhenOver, type AtEvent } from './at-event'
import { confirmPair } from './confirm-pair'
import { tellPeople } from './tell-people'

/**
 * 'We met', tapped on a suggestion or on somebody of one's circle: the other is asked. When both have
 * tapped, even at the same moment, the meeting is confirmed. Only somebody whom the viewer is shown there,
 * or who has said so first, can be named here, so that an id from elsewhere makes no meeting. Whoever was
 * shown counts too when the other has gone home or left the list meanwhile: the two may have talked.
 * @throws DomainError NOT_FOUND for anybody else, GONE when the time is over, CONFLICT when the meeting
 *   is being undone at this moment.
 */
export async function proposeMeeting(
  db: PrismaClient,
  asked: AtEvent & { readonly personId: string },
): Promise<{ meetingId: string; state: 'PROPOSED' | 'CONFIRMED' }> {
  refuseWhenOver(asked)
  const { viewerId, personId, now, locale } = asked
  const eventId = asked.event.id
  const pair = orderedPair(viewerId, personId)
  const person = await db.user.findFirst({
    where: {
      id: personId,
      checkIns: { some: { eventId } },
      OR: [
        { suggestedTo: { some: { eventId, userId: viewerId } } },
        { proposals: { some: { eventId, ...pair } } },
        sharesTable({ viewerId, eventId, now }),
      ],
      ...notBlocked(viewerId),
    },
    select: { id: true },
  })
  if (!person || personId === viewerId) throw noSuchMeeting(locale)

  const meeting = await db.$transaction(async (tx) => {
    const made = await tx.meeting.createMany({
      data: {
        id: newId('meeting'),
        eventId,
        ...pair,
        state: 'PROPOSED',
        method: 'CONFIRMATION',
        proposedById: viewerId,
        proposedAt: now,
      },
      skipDuplicates: true,
    })
    const standing = await tx.meeting.findUnique({
      where: { eventId_userAId_userBId: { eventId, ...pair } },
      select: { id: true, state: true, proposedById: true },
    })
    if (!standing) return null
    const answers = standing.state === 'PROPOSED' && standing.proposedById === personId
    if (!answers) return { id: standing.id, state: standing.state, fresh: made.count > 0 }
    const confirmed = await confirmPair(tx, { eventId, viewerId, otherId: personId, method: 'CONFIRMATION', now })
    return confirmed && { ...confirmed, state: 'CONFIRMED' as const }
  })
  if (!meeting) throw new DomainError('CONFLICT', textOf(locale, 'meeting')('undoneMeanwhile'))
  if (meeting.fresh) await tellPeople(db, eventId, [viewerId, personId])
  return { meetingId: meeting.id, state: meeting.state }
}
