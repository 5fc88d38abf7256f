import type { Role, Standing } from '@/domain/permissions'
import type { Db } from './client'

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

/** The event as this person may know it: null unless they are a member there or checked in. */
export async function findEventFor(db: Db, userId: string, eventId: string) {
  const row = await db.event.findFirst({
    where: { id: eventId, community: { memberships: { some: { userId } } } },
    select: {
      ...EVENT_FIELDS,
      community: { select: { ...COMMUNITY_FIELDS, memberships: { where: { userId }, select: { role: true } } } },
      checkIns: { where: { userId }, select: { visitNumber: true, at: true, leftAt: true, returnedAt: true } },
    },
  })
  if (!row) return null
  const { community, checkIns, ...event } = row
  const { memberships, ...rest } = community
  const standings: Standing[] = memberships.map(({ role }): Role => role)
  const checkIn = checkIns[0] ?? null
  if (checkIn) standings.push('CHECKED_IN')
  return { event, community: rest, checkIn, standings }
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
