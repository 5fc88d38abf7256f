import type { Db } from '@/server/db/client'
import { notBlocked } from './at-event'

/**
 * Whom the viewer met at an event, the latest first, each with the viewer's own note and never the
 * other's. Blocked people are left out, whoever blocked.
 */
export async function listMeetings(db: Db, { viewerId, eventId }: { viewerId: string; eventId: string }) {
  const visible = notBlocked(viewerId)
  const rows = await db.meeting.findMany({
    where: {
      eventId,
      state: 'CONFIRMED',
      OR: [
        { userAId: viewerId, userB: visible },
        { userBId: viewerId, userA: visible },
      ],
    },
    orderBy: [{ confirmedAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      confirmedAt: true,
      userA: { select: { id: true, name: true } },
      userB: { select: { id: true, name: true } },
      interactions: { where: { contact: { ownerId: viewerId } }, select: { note: true, contactId: true } },
    },
  })
  return rows.map(({ id, confirmedAt, userA, userB, interactions }) => ({
    meetingId: id,
    ...personOf(userA.id === viewerId ? userB : userA),
    at: confirmedAt,
    note: interactions[0]?.note ?? '',
    /** The viewer's own entry of them; null where they deleted it. */
    contactId: interactions[0]?.contactId ?? null,
  }))
}

/** Who says that they met the viewer and waits for an answer, the first first. */
export async function listProposals(db: Db, { viewerId, eventId }: { viewerId: string; eventId: string }) {
  const rows = await db.meeting.findMany({
    where: {
      eventId,
      state: 'PROPOSED',
      declinedAt: null,
      proposedById: { not: viewerId },
      proposedBy: notBlocked(viewerId),
      OR: [{ userAId: viewerId }, { userBId: viewerId }],
    },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, proposedBy: { select: { id: true, name: true } } },
  })
  return rows.map(({ id, proposedBy }) => ({ meetingId: id, ...personOf(proposedBy) }))
}

function personOf({ id, name }: { id: string; name: string }) {
  return { personId: id, name }
}
