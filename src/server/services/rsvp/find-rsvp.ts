import { rsvpClosed } from '@/domain/rsvp/rsvp-time'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'

const EVENT = {
  id: true,
  name: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  venueName: true,
  venueAddress: true,
  status: true,
  plusOnes: true,
  community: { select: { name: true, postalAddress: true } },
} as const

const RSVP = {
  id: true,
  userId: true,
  state: true,
  plusOnes: true,
  turn: true,
  confirmBy: true,
  lapsedAt: true,
  code: true,
  user: { select: { name: true, email: true } },
  event: { select: EVENT },
} as const

/** How many are before this turn on the waitlist, and one: 1 is the next. */
export async function placeInLine(db: Db, eventId: string, turn: number): Promise<number> {
  return 1 + (await db.rsvp.count({ where: { eventId, state: 'WAITLISTED', turn: { lt: turn } } }))
}

/** An RSVP and its event as they stand, for its owner's eyes; null for one that there is not. */
export async function findRsvp(db: Db, where: Prisma.RsvpWhereUniqueInput, now: Date) {
  const row = await db.rsvp.findUnique({ where, select: RSVP })
  if (!row) return null
  return {
    ...row,
    /** The place in line of somebody who waits, from 1; null for everybody else. */
    place: row.state === 'WAITLISTED' ? await placeInLine(db, row.event.id, row.turn) : null,
    closed: rsvpClosed(row.event, now),
  }
}
export type FoundRsvp = NonNullable<Awaited<ReturnType<typeof findRsvp>>>

/** What a page may show of it to whoever holds its ticket or link: no address. */
export function shownRsvp({ user, event, plusOnes, code, confirmBy, lapsedAt, state, place, closed }: FoundRsvp) {
  const { community, ...facts } = event
  return {
    name: user.name,
    state,
    place,
    closed,
    plusOnes,
    confirmBy,
    lapsed: lapsedAt !== null,
    code,
    event: { ...facts, communityName: community.name },
  }
}
