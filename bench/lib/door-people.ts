import type { PrismaClient } from '../../src/generated/prisma/client'
import { hashToken, newId, randomText } from '../../src/server/lib/tokens'
import { zipf, type Random } from './random'

/** Somebody signed in, with the cookie's value that proves it. */
export interface DoorPerson {
  readonly userId: string
  readonly sessionToken: string
}

const HOUR_MS = 3_600_000

/** Makes people with an open session each. */
export async function makePeople(db: PrismaClient, count: number, now: Date): Promise<readonly DoorPerson[]> {
  const people = Array.from({ length: count }, () => ({ userId: newId('user'), sessionToken: randomText(40) }))
  await db.user.createMany({
    data: people.map(({ userId }, place) => ({
      id: userId,
      name: `Person ${String(place)}`,
      email: `${userId.replace('_', '-')}@example.org`,
      emailVerified: now,
      passHash: hashToken(userId),
      createdAt: now,
    })),
  })
  await db.session.createMany({
    data: people.map(({ userId, sessionToken }) => ({
      userId,
      sessionToken: hashToken(sessionToken),
      expires: new Date(now.getTime() + 24 * HOUR_MS),
      createdAt: now,
    })),
  })
  return people
}

/** Gives each some interests out of the catalogue: a few are common, most are rare. */
export async function giveInterests(db: PrismaClient, people: readonly DoorPerson[], random: Random): Promise<void> {
  const catalogue = await db.interest.findMany({ select: { id: true }, orderBy: { slug: 'asc' } })
  const draw = zipf(random.shuffle(catalogue), random)
  await db.userInterest.createMany({
    data: people.flatMap(({ userId }) => {
      const drawn = new Set(Array.from({ length: random.between(3, 8) }, () => draw().id))
      return [...drawn].map((interestId) => ({ userId, interestId }))
    }),
  })
}

/** Makes one event whose door is open and whose suggestions are computed as on any evening. */
export async function makeRealEvent(db: PrismaClient, now: Date): Promise<string> {
  const [eventId = ''] = await makeEvents(db, 1, now)
  await db.event.update({ where: { id: eventId }, data: { suggestedAt: null } })
  return eventId
}

/**
 * Makes events whose doors are open, each in a community of its own: whoever checks in there does it for
 * the first time and becomes a member, the most that a check-in ever has to write. Their suggestions
 * count as computed, so that the door is measured and not the matching of thousands beside it.
 */
export async function makeEvents(db: PrismaClient, count: number, now: Date): Promise<readonly string[]> {
  const events = Array.from({ length: count }, () => ({ id: newId('event'), communityId: newId('community') }))
  await db.community.createMany({
    data: events.map(({ communityId }) => ({
      id: communityId,
      slug: communityId.replace('_', '-'),
      name: 'A community',
      timeZone: 'UTC',
      createdAt: now,
    })),
  })
  await db.event.createMany({
    data: events.map(({ id, communityId }) => ({
      id,
      communityId,
      name: 'An evening',
      startsAt: now,
      endsAt: new Date(now.getTime() + 12 * HOUR_MS),
      suggestedAt: new Date(now.getTime() + 12 * HOUR_MS),
      timeZone: 'UTC',
      createdAt: now,
    })),
  })
  return events.map(({ id }) => id)
}
