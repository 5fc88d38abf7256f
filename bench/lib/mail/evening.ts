import type { PrismaClient } from '../../../src/generated/prisma/client'
import { hashToken, newId, randomText } from '../../../src/server/lib/tokens'

const HOUR_MS = 3_600_000
/** How many others each has met, as neighbours in a ring: so many to either side. */
const TO_EITHER_SIDE = 2

/** Makes people with proved addresses and profiles. */
export async function makeReaders(db: PrismaClient, count: number, at: Date): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => newId('user'))
  await db.user.createMany({
    data: ids.map((id, place) => ({
      id,
      name: `Person ${String(place)}`,
      email: `${id.replace('_', '-')}@example.org`,
      emailVerified: at,
      timeZone: 'UTC',
      passHash: hashToken(id),
      createdAt: at,
    })),
  })
  await db.profile.createMany({
    data: ids.map((userId, place) => ({
      userId,
      headline: `Maker number ${String(place)}`,
      ask: 'Somebody who knows how to keep bees on a roof',
      offer: 'Repairing bicycles, and lending the tools for it',
      updatedAt: at,
    })),
  })
  return ids
}

/** An event that ended at that time, in a community of its own, with everybody checked in. */
async function makeEvent(db: PrismaClient, people: readonly string[], endsAt: Date) {
  const communityId = newId('community')
  const eventId = newId('event')
  const startsAt = new Date(endsAt.getTime() - 3 * HOUR_MS)
  await db.community.create({
    data: {
      id: communityId,
      slug: communityId.replace('_', '-'),
      name: 'The Thursday people',
      postalAddress: 'Main Street 1, Berlin',
      timeZone: 'UTC',
      createdAt: startsAt,
    },
  })
  await db.event.create({
    data: { id: eventId, communityId, name: 'Thursday Gathering', startsAt, endsAt, suggestedAt: endsAt, timeZone: 'UTC', createdAt: startsAt },
  })
  await db.checkIn.createMany({
    data: people.map((userId) => ({
      ...{ id: newId('checkIn'), eventId, userId, communityId },
      ...{ at: startsAt, visitNumber: 1, nonce: randomText(20) },
    })),
  })
  return { eventId, at: startsAt }
}

/**
 * An evening that has just ended and of which no mail is queued: everybody was there, met four others, and
 * wrote down of each what they talked about and what they promised.
 */
export async function makeEvening(db: PrismaClient, people: readonly string[], endsAt: Date): Promise<string> {
  const { eventId, at } = await makeEvent(db, people, endsAt)
  const contacts = people.flatMap((ownerId, place) =>
    Array.from({ length: 2 * TO_EITHER_SIDE + 1 }, (_, step) => step - TO_EITHER_SIDE)
      .filter((step) => step !== 0)
      .map((step) => ({ id: newId('contact'), ownerId, userId: people.at((place + step) % people.length) ?? ownerId })),
  )
  const pairOf = (a: string, b: string) => [a, b].sort().join(' ')
  const meetings = new Map(contacts.map(({ ownerId, userId }) => [pairOf(ownerId, userId), newId('meeting')]))
  await db.meeting.createMany({
    data: [...meetings].map(([pair, id]) => {
      const [userAId = '', userBId = ''] = pair.split(' ')
      return { id, eventId, userAId, userBId, state: 'CONFIRMED', method: 'PASS', proposedById: userAId, proposedAt: at, confirmedAt: at }
    }),
  })
  await db.contact.createMany({
    data: contacts.map((one) => ({ ...one, name: `Somebody ${one.userId.slice(-6)}`, createdAt: at })),
    skipDuplicates: true,
  })
  const kept = await db.contact.findMany({ select: { id: true, ownerId: true, userId: true } })
  await db.interaction.createMany({
    data: kept.map(({ id, ownerId, userId }) => ({
      ...{ id: newId('interaction'), contactId: id, kind: 'MET', at },
      meetingId: meetings.get(pairOf(ownerId, userId ?? '')) ?? null,
      note: 'Keeps bees on the roof of the library, and plays the cello on Tuesdays.\nAsk how the hive came through the winter.',
      myPromise: 'To send the recipe for the plum cake',
    })),
  })
  return eventId
}
