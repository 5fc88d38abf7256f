import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import { textOf } from '@/text/translator'
import { noSuchMeeting, notBlocked, refuseWhenOver, type AtEvent } from './at-event'
import { confirmPair } from './confirm-pair'
import { tellPeople } from './tell-people'

type Answer = AtEvent & { readonly meetingId: string }

/** What the other has said of the two of them: only that can be answered. */
function saidOfViewer({ event, viewerId, meetingId }: Answer) {
  return {
    id: meetingId,
    eventId: event.id,
    proposedById: { not: viewerId },
    proposedBy: notBlocked(viewerId),
    OR: [{ userAId: viewerId }, { userBId: viewerId }],
  }
}

/**
 * 'Yes, we met.' A repeat finds the meeting confirmed.
 * @throws DomainError NOT_FOUND unless the other said so first, GONE when the time is over.
 */
export async function confirmMeeting(db: PrismaClient, answer: Answer) {
  refuseWhenOver(answer)
  const { viewerId, now, locale } = answer
  const eventId = answer.event.id
  const meeting = await db.meeting.findFirst({ where: saidOfViewer(answer), select: { proposedById: true } })
  if (!meeting) throw noSuchMeeting(locale)
  const otherId = meeting.proposedById
  const confirmed = await db.$transaction((tx) =>
    confirmPair(tx, { eventId, viewerId, otherId, method: 'CONFIRMATION', now }),
  )
  if (!confirmed) throw new DomainError('CONFLICT', textOf(locale, 'meeting')('undoneMeanwhile'))
  if (confirmed.fresh) await tellPeople(db, eventId, [viewerId, otherId])
  return { meetingId: confirmed.id }
}

/**
 * 'No, we did not.' The question goes away for the one who was asked; the one who proposed sees what
 * they saw before and is told nothing, so nobody but the viewer's own page changes.
 * @throws DomainError NOT_FOUND unless the other said so first and it is not confirmed.
 */
export async function declineMeeting(db: PrismaClient, answer: Answer) {
  const { count } = await db.meeting.updateMany({
    where: { ...saidOfViewer(answer), state: 'PROPOSED' },
    data: { declinedAt: answer.now },
  })
  if (count === 0) throw noSuchMeeting(answer.locale)
  return { meetingId: answer.meetingId }
}
