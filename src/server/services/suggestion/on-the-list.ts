import { notBlocked } from '@/server/services/meeting/at-event'

/** Suggestions that are in their reader's list: a piece of a `where` on suggestions, see `isStanding`. */
export const STANDING = { notTonightAt: null, withdrawnAt: null } as const

/** There, and wanting to be seen: a piece of a `where` on users. */
export function presentAt(eventId: string) {
  return {
    checkIns: { some: { eventId, leftAt: null } },
    OR: [{ profile: null }, { profile: { visible: true } }],
  }
}

/**
 * Who can be suggested to the viewer at this moment, whatever held when suggestions were computed: there,
 * wanting to be seen, not blocked either way and never met. A piece of a `where` on users.
 */
export function stillToMeet(viewerId: string, eventId: string) {
  return {
    ...presentAt(eventId),
    ...notBlocked(viewerId),
    meetingsA: { none: { userBId: viewerId, state: 'CONFIRMED' as const } },
    meetingsB: { none: { userAId: viewerId, state: 'CONFIRMED' as const } },
  }
}
