import { rolesFor } from '@/domain/permissions'
import type { Db } from '@/server/db/client'

/** How long before its start an event's door is somebody's business by their role, in milliseconds. */
const SOON_MS = 14 * 60 * 60_000
const MOST = 6

/**
 * The doors that this person helps at: those they have a grant for, however far ahead, and tonight's where
 * their role lets people in. Past and cancelled ones are not among them.
 */
export async function listHosting(db: Db, { userId, now }: { userId: string; now: Date }) {
  return db.event.findMany({
    where: {
      status: 'SCHEDULED',
      endsAt: { gte: now },
      OR: [
        { doorGrants: { some: { userId, revokedAt: null } } },
        {
          startsAt: { lte: new Date(now.getTime() + SOON_MS) },
          community: { memberships: { some: { userId, role: { in: rolesFor('letIn') } } } },
        },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, name: true, startsAt: true, endsAt: true, timeZone: true, venueName: true },
  })
}
