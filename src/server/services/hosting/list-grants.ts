import type { Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'

/** The latest invitations that are listed: those that stand, and as many revoked ones as there is room for. */
const MOST_LISTED = 100

/** The event's invitations, the latest first, with who took them; links are not among it, since only hashes are stored. */
export async function listGrants(db: Db, asked: { eventId: string; userId: string; now: Date }) {
  const grants = await db.doorGrant.findMany({
    where: { event: { id: asked.eventId, ...eventsWhereMay('inviteHosts', asked.userId, asked.now) } },
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'asc' }],
    take: MOST_LISTED,
    select: {
      id: true,
      label: true,
      createdAt: true,
      acceptedAt: true,
      revokedAt: true,
      user: { select: { name: true } },
    },
  })
  return grants.map(({ user, ...grant }) => ({ ...grant, takenBy: user?.name ?? null }))
}
