import { hasBegun } from '@/domain/circles/circle-time'
import type { PrismaClient } from '@/generated/prisma/client'
import { tellPages } from '@/server/services/meeting/tell-people'
import type { Locale } from '@/text/translator'
import { noSuchCircle, refusal } from './circle-refusals'

/**
 * Calls a circle off before it begins. Whoever has a seat is told on their page; invitations that nobody
 * took up just go. A repeat changes nothing.
 * @throws DomainError NOT_FOUND for a circle of another event, GONE once it has begun.
 */
export async function callOffCircle(
  db: PrismaClient,
  { eventId, circleId, now, locale }: { eventId: string; circleId: string; now: Date; locale: Locale },
): Promise<void> {
  const circle = await db.circle.findFirst({
    where: { id: circleId, eventId },
    select: { startsAt: true, invitations: { select: { userId: true } } },
  })
  if (!circle) throw noSuchCircle(locale)
  if (hasBegun(circle, now)) throw refusal('GONE', 'begunAlready', locale)
  const { count } = await db.circle.updateMany({ where: { id: circleId, calledOffAt: null }, data: { calledOffAt: now } })
  if (count === 0) return
  await tellPages(db, eventId, circle.invitations.map(({ userId }) => userId))
}
