import type { PrismaClient } from '@/generated/prisma/client'
import type { Viewer } from '@/server/auth/viewer'
import { buildCommunity, buildEvent, buildInstallation, buildMembership } from '../../factories/community'
import { buildDoorGrant } from '../../factories/door'
import { buildCheckIn } from '../../factories/evening'
import { minutesFromNow } from '../../factories/moment'
import { buildProfile } from '../../factories/profile'
import { buildDoorGuest, buildUser, viewerOf } from '../../factories/user'

/** Everybody that the access table knows. */
export const ACTORS = [
  'visitor',
  'doorGuest',
  'member',
  'checkedIn',
  'host',
  'hostTonight',
  'organizer',
  'owner',
  'otherOwner',
  'operator',
] as const
export type Actor = (typeof ACTORS)[number]

/** One community with an event that goes on, everybody in their role, and another community beside it. */
export interface World {
  readonly db: PrismaClient
  readonly communityId: string
  readonly communitySlug: string
  readonly eventId: string
  /** A checked-in person whom nobody of the actors is. */
  readonly other: { readonly id: string; readonly name: string }
  viewer(actor: Actor): Viewer | null
}

/** Writes it, as real rows. */
export async function buildWorld(db: PrismaClient): Promise<World> {
  const community = await buildCommunity(db, { slug: 'gathering' })
  const elsewhere = await buildCommunity(db, { slug: 'elsewhere' })
  const event = await buildEvent(db, {
    communityId: community.id,
    startsAt: minutesFromNow(-60),
    endsAt: minutesFromNow(120),
  })
  const viewers = new Map<Actor, Viewer | null>([['visitor', null]])
  const roles = { member: 'MEMBER', host: 'HOST', organizer: 'ORGANIZER', owner: 'OWNER' } as const
  for (const [actor, role] of Object.entries(roles)) {
    const user = await buildUser(db, { name: actor })
    await buildMembership(db, { communityId: community.id, userId: user.id, role })
    viewers.set(actor as Actor, viewerOf(user))
  }
  for (const actor of ['checkedIn', 'doorGuest'] as const) {
    const user = actor === 'doorGuest' ? await buildDoorGuest(db) : await buildUser(db)
    await buildProfile(db, { userId: user.id })
    await buildCheckIn(db, { eventId: event.id, userId: user.id })
    viewers.set(actor, viewerOf(user))
  }
  const volunteer = await buildUser(db, { name: 'hostTonight' })
  await buildMembership(db, { communityId: community.id, userId: volunteer.id })
  await buildDoorGrant(db, { eventId: event.id, userId: volunteer.id })
  viewers.set('hostTonight', viewerOf(volunteer))
  const other = await buildUser(db, { name: 'Other Person' })
  await buildProfile(db, { userId: other.id })
  await buildCheckIn(db, { eventId: event.id, userId: other.id })
  const stranger = await buildUser(db, { name: 'otherOwner' })
  await buildMembership(db, { communityId: elsewhere.id, userId: stranger.id, role: 'OWNER' })
  viewers.set('otherOwner', viewerOf(stranger))
  const operator = await buildUser(db, { name: 'operator' })
  await buildInstallation(db, { operatorId: operator.id })
  viewers.set('operator', viewerOf(operator, { operator: true }))
  return {
    db,
    communityId: community.id,
    communitySlug: community.slug,
    eventId: event.id,
    other,
    viewer: (actor) => viewers.get(actor) ?? null,
  }
}
