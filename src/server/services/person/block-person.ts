import { orderedPair } from '@/domain/meeting/pair'
import type { PrismaClient } from '@/generated/prisma/client'
import { releaseSeats } from '@/server/services/circle/release-seats'
import { sharesTable } from '@/server/services/circle/table-mates'
import { noSuchMeeting } from '@/server/services/meeting/at-event'
import { tellPeople } from '@/server/services/meeting/tell-people'
import type { Locale } from '@/text/translator'

/**
 * 'Don't show us to each other', here or anywhere, from now on. Both leave each other's suggestions at
 * once, and what was proposed between them is gone. The other is told nothing.
 * @throws DomainError NOT_FOUND for anybody whom the viewer is not shown, has not met, was not asked about
 *   and does not share a circle with at this event.
 */
export async function blockPerson(
  db: PrismaClient,
  asked: { viewerId: string; personId: string; eventId: string; now: Date; locale: Locale },
): Promise<void> {
  const { viewerId, personId, eventId, now, locale } = asked
  const pair = orderedPair(viewerId, personId)
  const known = await db.user.findFirst({
    where: {
      id: personId,
      OR: [
        { suggestedTo: { some: { eventId, userId: viewerId } } },
        { meetingsA: { some: { eventId, ...pair } } },
        { meetingsB: { some: { eventId, ...pair } } },
        { blockedBy: { some: { blockerId: viewerId } } },
        sharesTable({ viewerId, eventId, now }),
      ],
    },
    select: { id: true },
  })
  if (!known || personId === viewerId) throw noSuchMeeting(locale)
  await db.$transaction([
    db.block.createMany({ data: { blockerId: viewerId, blockedId: personId, createdAt: now }, skipDuplicates: true }),
    ...releaseSeats(db, { blockerId: viewerId, blockedId: personId }),
    db.suggestion.deleteMany({
      where: {
        OR: [
          { userId: viewerId, otherId: personId },
          { userId: personId, otherId: viewerId },
        ],
      },
    }),
    db.meeting.deleteMany({ where: { ...pair, state: 'PROPOSED' } }),
  ])
  await tellPeople(db, eventId, [viewerId, personId])
}
