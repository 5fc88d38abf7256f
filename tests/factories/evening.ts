import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { newId, randomText } from '@/server/lib/tokens'
import { buildEvent, buildMembership } from './community'
import { NOW } from './moment'
import { buildProfile, giveInterests } from './profile'
import { buildUser } from './user'

/**
 * An arrival, of a new person at a new event where none are given. As at the door, the person becomes
 * a member of the event's community; the visit number counts their earlier rows there.
 */
export async function buildCheckIn(
  db: Db,
  overrides: Partial<Omit<Prisma.CheckInUncheckedCreateInput, 'communityId'>> = {},
) {
  const eventId = overrides.eventId ?? (await buildEvent(db)).id
  const userId = overrides.userId ?? (await buildUser(db)).id
  const { communityId } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
  const member = { communityId_userId: { communityId, userId } }
  if (!(await db.membership.findUnique({ where: member }))) await buildMembership(db, { communityId, userId })
  const visitNumber = 1 + (await db.checkIn.count({ where: { userId, communityId } }))
  return db.checkIn.create({
    data: { id: newId('checkIn'), at: NOW, visitNumber, nonce: randomText(20), ...overrides, eventId, userId, communityId },
  })
}

/** Somebody who is there: person, profile, interests and arrival at once. */
export async function buildGuest(
  db: Db,
  eventId: string,
  {
    user = {},
    profile = {},
    interests = [],
    at = NOW,
  }: {
    readonly user?: Partial<Prisma.UserUncheckedCreateInput>
    readonly profile?: Partial<Prisma.ProfileUncheckedCreateInput>
    readonly interests?: readonly string[]
    readonly at?: Date
  } = {},
) {
  const person = await buildUser(db, user)
  await buildProfile(db, { ...profile, userId: person.id })
  await giveInterests(db, person.id, interests)
  await buildCheckIn(db, { eventId, userId: person.id, at })
  return person
}

/** A confirmed meeting by pass of two people, given in any order. */
export async function buildMeeting(
  db: Db,
  overrides: Partial<Omit<Prisma.MeetingUncheckedCreateInput, 'userAId' | 'userBId'>> & {
    readonly between?: readonly [string, string]
  } = {},
) {
  const { between, ...rest } = overrides
  const [first, second] = between ?? [(await buildUser(db)).id, (await buildUser(db)).id]
  const [userAId, userBId] = first < second ? [first, second] : [second, first]
  const eventId = rest.eventId ?? (await buildEvent(db)).id
  return db.meeting.create({
    data: {
      id: newId('meeting'),
      state: 'CONFIRMED',
      method: 'PASS',
      proposedById: first,
      proposedAt: NOW,
      confirmedAt: rest.state === 'PROPOSED' ? null : NOW,
      ...rest,
      eventId,
      userAId,
      userBId,
    },
  })
}

/** `userId` is shown `otherId` at the event, first, for no stated reason. */
export function buildSuggestion(
  db: Db,
  overrides: Partial<Prisma.SuggestionUncheckedCreateInput> & {
    readonly eventId: string
    readonly userId: string
    readonly otherId: string
  },
) {
  return db.suggestion.create({
    data: { id: newId('suggestion'), rank: 1, score: 0, reasons: [], question: {}, createdAt: NOW, ...overrides },
  })
}

/** `blockerId` wants nothing of `blockedId`. */
export function buildBlock(db: Db, pair: { readonly blockerId: string; readonly blockedId: string }) {
  return db.block.create({ data: { ...pair, createdAt: NOW } })
}
