import { doorHours, type DoorHours } from '@/domain/door-hours'
import { mayDo, rolesFor, type Action, type Role, type Standing } from '@/domain/permissions'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'

/**
 * How long after an event's end a host for the night still has standing there, in milliseconds: what a
 * device without network took down before the end must still reach the server. All else that a grant gives
 * ends before: see doorHours.
 */
export const GRANT_GRACE_MS = 12 * 60 * 60_000

/** What a guarded procedure knows of its event. */
export const EVENT_FIELDS = {
  id: true,
  communityId: true,
  seriesId: true,
  name: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  venueName: true,
  venueAddress: true,
  status: true,
  sequence: true,
} as const

/** What a guarded procedure knows of its community. */
export const COMMUNITY_FIELDS = {
  id: true,
  slug: true,
  name: true,
  timeZone: true,
  postalAddress: true,
  isDemo: true,
} as const

/** The grants of hosts for a night that hold at this moment, for the one thing that they give longest. */
function standingGrants(userId: string, now: Date) {
  return { userId, revokedAt: null, event: { endsAt: { gte: new Date(now.getTime() - GRANT_GRACE_MS) } } }
}

/** The events around which this is one of those hours. */
function eventsWithin(hours: DoorHours | null, now: Date) {
  if (!hours) return {}
  const { beforeStartMs, afterEndMs } = hours
  return {
    endsAt: { gte: new Date(now.getTime() - afterEndMs) },
    ...(beforeStartMs === null ? {} : { startsAt: { lte: new Date(now.getTime() + beforeStartMs) } }),
  }
}

/**
 * The events at which this person may do this now, as a where-piece: the scope that every query of an
 * event's services repeats.
 */
export function eventsWhereMay(action: Action, userId: string, now: Date): Prisma.EventWhereInput {
  const byRole = {
    community: { memberships: { some: { userId, role: { in: rolesFor(action) } } } },
    ...eventsWithin(doorHours(action, 'ROLE'), now),
  }
  if (!mayDo(action, ['HOST_TONIGHT'])) return byRole
  const byGrant = { doorGrants: { some: { userId, revokedAt: null } }, ...eventsWithin(doorHours(action, 'GRANT'), now) }
  return { OR: [byRole, byGrant] }
}

/** The event as this person may know it: null unless they are a member there or host it tonight. */
export async function findEventFor(db: Db, userId: string, eventId: string, now: Date) {
  const grants = standingGrants(userId, now)
  const row = await db.event.findFirst({
    where: { id: eventId, OR: [{ community: { memberships: { some: { userId } } } }, { doorGrants: { some: grants } }] },
    select: {
      ...EVENT_FIELDS,
      doorGrants: { where: grants, select: { id: true }, take: 1 },
      community: { select: { ...COMMUNITY_FIELDS, memberships: { where: { userId }, select: { role: true } } } },
      checkIns: { where: { userId }, select: { visitNumber: true, at: true, recordedAt: true, leftAt: true, returnedAt: true } },
    },
  })
  if (!row) return null
  const { community, checkIns, doorGrants, ...event } = row
  const { memberships, ...rest } = community
  const standings: Standing[] = memberships.map(({ role }): Role => role)
  const checkIn = checkIns[0] ?? null
  if (checkIn) standings.push('CHECKED_IN')
  if (doorGrants.length > 0) standings.push('HOST_TONIGHT')
  return { event, community: rest, checkIn, standings }
}

/**
 * A person's own list, as a where-piece: the scope that every query of contacts repeats. Whom they blocked
 * themself is not in it. Who blocked them stays, with their own notes and nothing current of the other: an
 * entry that goes would tell of the block. What prompts or sends leaves out both: see blockedAround.
 */
export function contactsOf(userId: string) {
  return { ownerId: userId, NOT: { user: { blockedBy: { some: { blockerId: userId } } } } } satisfies Prisma.ContactWhereInput
}

/** The community as this person may know it: null unless they are a member. */
export async function findCommunityFor(db: Db, userId: string, communityId: string) {
  const row = await db.community.findFirst({
    where: { id: communityId, memberships: { some: { userId } } },
    select: { ...COMMUNITY_FIELDS, memberships: { where: { userId }, select: { role: true } } },
  })
  if (!row) return null
  const { memberships, ...community } = row
  return { community, standings: memberships.map(({ role }): Standing => role) }
}
