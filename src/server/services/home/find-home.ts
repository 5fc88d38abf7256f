import { isOver, meetingTimes } from '@/domain/meeting/meeting-time'
import { mayDo } from '@/domain/permissions'
import type { Db } from '@/server/db/client'
import { listOwnRsvps } from '@/server/services/rsvp/list-own-rsvps'

/** How many coming events the start page names. */
const UPCOMING = 6

const EVENT = {
  id: true,
  name: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  venueName: true,
  community: { select: { name: true } },
} as const

/**
 * The evening that this person is in the middle of: the event whose door is open, or that ended less
 * than twelve hours ago, one where they are checked in before others. Null when there is none.
 */
async function findTonight(db: Db, userId: string, now: Date) {
  const { startsBy, endsFrom } = meetingTimes(now)
  const events = await db.event.findMany({
    where: {
      status: 'SCHEDULED',
      startsAt: { lte: startsBy },
      OR: [{ endsAt: { gte: now } }, { endsAt: { gte: endsFrom }, checkIns: { some: { userId } } }],
      community: { memberships: { some: { userId } } },
    },
    orderBy: { startsAt: 'desc' },
    select: { ...EVENT, checkIns: { where: { userId }, select: { id: true } } },
  })
  const found = events.find(({ checkIns }) => checkIns.length > 0) ?? events[0]
  if (!found) return null
  const { checkIns, community, ...event } = found
  return { ...event, communityName: community.name, checkedIn: checkIns.length > 0, over: isOver(event, now) }
}

/**
 * The start page of somebody who is signed in: tonight, their communities, what comes next and what they said about it, and how many
 * check-ins at a door gave their proved address and wait for them to say whether it was they.
 */
export async function findHome(
  db: Db,
  { userId, email }: { readonly userId: string; readonly email: string | null },
  now: Date,
  secret: string,
) {
  const [tonight, claims, memberships, upcoming] = await Promise.all([
    findTonight(db, userId, now),
    email === null ? 0 : db.user.count({ where: { doorEmail: email } }),
    db.membership.findMany({
      where: { userId },
      orderBy: { community: { name: 'asc' } },
      select: { role: true, community: { select: { id: true, slug: true, name: true } } },
    }),
    db.event.findMany({
      where: { status: 'SCHEDULED', startsAt: { gt: now }, community: { memberships: { some: { userId } } } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: UPCOMING,
      select: EVENT,
    }),
  ])
  const eventIds = [...(tonight ? [tonight.id] : []), ...upcoming.map(({ id }) => id)]
  const rsvps = await listOwnRsvps(db, { userId, eventIds, secret })
  return {
    tonight: tonight && { ...tonight, rsvp: rsvps.get(tonight.id) ?? null },
    claims,
    communities: memberships.map(({ role, community }) => ({ ...community, organizes: mayDo('organize', [role]) })),
    upcoming: upcoming
      .filter(({ id }) => id !== tonight?.id)
      .map(({ community, ...event }) => ({ ...event, communityName: community.name, rsvp: rsvps.get(event.id) ?? null })),
  }
}

/** Where the head of each page leads this person: tonight's evening, and a community to organize. */
export async function findWays(db: Db, userId: string, now: Date) {
  const [tonight, organized] = await Promise.all([
    findTonight(db, userId, now),
    db.membership.findMany({
      where: { userId, role: { in: ['OWNER', 'ORGANIZER'] } },
      orderBy: { joinedAt: 'asc' },
      select: { community: { select: { slug: true } } },
    }),
  ])
  return {
    eveningId: tonight?.checkedIn === true ? tonight.id : null,
    eveningOver: tonight?.over === true,
    organizes: organized.map(({ community }) => community.slug),
  }
}
