import { nextOnTheClock } from '@/domain/circles/circle-time'
import { proposeCircle } from '@/domain/circles/propose-circles'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { tellPages } from '@/server/services/meeting/tell-people'
import type { Locale } from '@/text/translator'
import { refusal } from './circle-refusals'
import { loadCircleInput } from './load-circle-input'
import { mayOpenAt, type CircleEvent } from './plan-circles'

/** Longest description of the place, in characters, as the column holds it. */
const PLACE_MAX = 120

interface Circle {
  readonly eventId: string
  /** Slug of the interest it is about. */
  readonly topic: string
  readonly place: string
  readonly openedById: string
  readonly now: Date
  readonly locale: Locale
}

interface Opening extends Omit<Circle, 'eventId'> {
  readonly event: CircleEvent
  /** When, on the event's clock: HH:MM. */
  readonly time: string
}

/**
 * Opens a circle and invites those whom the engine proposes at this moment; their open pages show it at
 * once. A repeat finds the circle that it opened.
 * @throws DomainError GONE when the evening is not on, BAD_INPUT for a time that is not ahead of its end
 *   or too long a place, CONFLICT when the topic has a circle already or not enough people any more.
 */
export async function openCircle(db: PrismaClient, opening: Opening): Promise<{ circleId: string }> {
  const { event, time, place, now, locale } = opening
  if (!mayOpenAt(event, now)) throw refusal('GONE', 'notOpen', locale)
  const startsAt = nextOnTheClock(time, event.timeZone, now)
  if (!startsAt || startsAt >= event.endsAt) throw refusal('BAD_INPUT', 'badTime', locale)
  if (place.length > PLACE_MAX) throw refusal('BAD_INPUT', 'placeTooLong', locale)
  const { circleId, invited } = await db.$transaction((tx) => writeCircle(tx, { ...opening, eventId: event.id, startsAt }))
  await tellPages(db, event.id, invited)
  return { circleId }
}

/**
 * Writes a circle with its invitations, one at a time for an event, so that two circles of one evening do
 * not invite as if the other were not.
 * @returns whom it invited: nobody when it stood already
 * @throws DomainError CONFLICT as {@link openCircle}
 */
export async function writeCircle(
  tx: Prisma.TransactionClient,
  circle: Circle & { readonly startsAt: Date },
): Promise<{ circleId: string; invited: readonly string[] }> {
  const { eventId, topic, startsAt, place, openedById, now, locale } = circle
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`circles:${eventId}`}, 0))`
  const standing = await tx.circle.findFirst({
    where: { eventId, interest: { slug: topic }, calledOffAt: null },
    select: { id: true, startsAt: true, place: true },
  })
  if (standing) {
    const isRepeat = standing.startsAt.getTime() === startsAt.getTime() && standing.place === place
    if (isRepeat) return { circleId: standing.id, invited: [] }
    throw refusal('CONFLICT', 'alreadyOpen', locale)
  }
  const proposal = proposeCircle(await loadCircleInput(tx, { eventId, startsAt }), topic)
  if (!proposal) throw refusal('CONFLICT', 'tooFew', locale)
  const { id: interestId } = await tx.interest.findUniqueOrThrow({ where: { slug: topic }, select: { id: true } })
  const { seats, invited } = proposal
  const circleId = newId('circle')
  await tx.circle.create({ data: { id: circleId, eventId, interestId, startsAt, place, seats, openedById, openedAt: now } })
  await tx.circleInvitation.createMany({ data: invited.map((userId) => ({ circleId, userId, invitedAt: now })) })
  return { circleId, invited }
}
