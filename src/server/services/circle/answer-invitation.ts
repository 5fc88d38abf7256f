import { hasEnded, startsMeanwhile } from '@/domain/circles/circle-time'
import { isOver } from '@/domain/meeting/meeting-time'
import type { PrismaClient } from '@/generated/prisma/client'
import { notBlocked, type AtEvent } from '@/server/services/meeting/at-event'
import { tellPages } from '@/server/services/meeting/tell-people'
import { presentAt } from '@/server/services/suggestion/on-the-list'
import { noSuchCircle, refusal } from './circle-refusals'

type Answer = AtEvent & { readonly circleId: string }

const CIRCLE = { select: { startsAt: true, seats: true, invitations: { select: { userId: true } } } } as const

/**
 * Takes a seat. A repeat keeps the one that was taken. Two locks, always in this order: the viewer's own
 * check-in, so that one person takes one seat at a time, and the circle, so that no more join than it
 * has seats and nobody joins while somebody there blocks them.
 * @throws DomainError NOT_FOUND unless the viewer is here, wants to be seen and is invited, GONE when it is
 *   over, CONFLICT when all seats are taken or the viewer has one at another circle at that time.
 */
export async function joinCircle(db: PrismaClient, answer: Answer): Promise<void> {
  const { event, viewerId, circleId, now, locale } = answer
  const eventId = event.id
  const told = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM check_in WHERE "eventId" = ${eventId} AND "userId" = ${viewerId} FOR UPDATE`
    await tx.$queryRaw`SELECT id FROM circle WHERE id = ${circleId} AND "eventId" = ${eventId} FOR UPDATE`
    const mine = await tx.circleInvitation.findFirst({
      where: { circleId, userId: viewerId, circle: { eventId, calledOffAt: null } },
      select: { answer: true, circle: CIRCLE },
    })
    if (!mine) throw noSuchCircle(locale)
    if (mine.answer === 'JOINED') return []
    if (isOver(event, now) || hasEnded(mine.circle, now)) throw refusal('GONE', 'ended', locale)

    const atTable = { circleId, answer: 'JOINED' as const }
    const taken = await tx.circleInvitation.count({ where: atTable })
    const welcome = await tx.circleInvitation.count({ where: { ...atTable, user: notBlocked(viewerId) } })
    const present = await tx.user.count({ where: { id: viewerId, ...presentAt(eventId) } })
    if (welcome < taken || present === 0) throw noSuchCircle(locale)
    if (taken >= mine.circle.seats) throw refusal('CONFLICT', 'full', locale)

    const { after, before } = startsMeanwhile(mine.circle.startsAt)
    const elsewhere = await tx.circleInvitation.count({
      where: {
        userId: viewerId,
        answer: 'JOINED',
        circle: { eventId, calledOffAt: null, startsAt: { gt: after, lt: before } },
      },
    })
    if (elsewhere > 0) throw refusal('CONFLICT', 'seatedElsewhere', locale)
    await tx.circleInvitation.update({
      where: { circleId_userId: { circleId, userId: viewerId } },
      data: { answer: 'JOINED', answeredAt: now },
    })
    return mine.circle.invitations
  })
  await tellPages(db, eventId, told.map(({ userId }) => userId))
}

/**
 * 'Not tonight', or the seat given up, which is free again. Nobody is told who it was.
 * @throws DomainError NOT_FOUND unless the viewer is invited, GONE when it is over.
 */
export async function declineCircle(db: PrismaClient, { event, viewerId, circleId, now, locale }: Answer): Promise<void> {
  const mine = await db.circleInvitation.findFirst({
    where: { circleId, userId: viewerId, circle: { eventId: event.id, calledOffAt: null } },
    select: { circle: CIRCLE },
  })
  if (!mine) throw noSuchCircle(locale)
  if (isOver(event, now) || hasEnded(mine.circle, now)) throw refusal('GONE', 'ended', locale)
  const { count } = await db.circleInvitation.updateMany({
    where: { circleId, userId: viewerId, answer: { not: 'DECLINED' } },
    data: { answer: 'DECLINED', answeredAt: now },
  })
  if (count > 0) await tellPages(db, event.id, mine.circle.invitations.map(({ userId }) => userId))
}
