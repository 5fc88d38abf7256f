import { startsMeanwhile } from '@/domain/circles/circle-time'
import type { CircleInput } from '@/domain/circles/propose-circles'
import { pairKey } from '@/domain/matching/pair-key'
import type { Prisma } from '@/generated/prisma/client'
import { loadRoom } from '@/server/services/suggestion/load-room'
import { STANDING } from '@/server/services/suggestion/on-the-list'

/**
 * What proposals are made of: everybody who is present and visible and sits at no circle while one that
 * begins at `startsAt` would go on, how often each was asked this evening, and who
 * blocked whom or does not want to be shown whom tonight.
 */
export async function loadCircleInput(
  tx: Prisma.TransactionClient,
  { eventId, startsAt }: { readonly eventId: string; readonly startsAt: Date },
): Promise<CircleInput> {
  const { people } = await loadRoom(tx, eventId)
  const ids = people.map(({ id }) => id)
  const { after, before } = startsMeanwhile(startsAt)
  const standing = { eventId, calledOffAt: null }
  const seats = await tx.circleInvitation.findMany({
    where: { answer: 'JOINED', circle: { ...standing, startsAt: { gt: after, lt: before } } },
    select: { userId: true },
  })
  const invitations = await tx.circleInvitation.groupBy({ by: ['userId'], where: { circle: { eventId } }, _count: true })
  const suggestions = await tx.suggestion.groupBy({ by: ['userId'], where: { eventId, ...STANDING }, _count: true })
  const circles = await tx.circle.findMany({ where: standing, select: { interest: { select: { slug: true } } } })
  const blocks = await tx.block.findMany({
    where: { blockerId: { in: ids }, blockedId: { in: ids } },
    select: { blockerId: true, blockedId: true },
  })
  const notTonight = await tx.suggestion.findMany({
    where: { eventId, notTonightAt: { not: null } },
    select: { userId: true, otherId: true },
  })
  const seated = new Set(seats.map(({ userId }) => userId))
  const invited = new Map(invitations.map(({ userId, _count }) => [userId, _count]))
  const suggested = new Map(suggestions.map(({ userId, _count }) => [userId, _count]))
  return {
    guests: people
      .filter(({ id }) => !seated.has(id))
      .map(({ id, interests, met, visitNumber }) => {
        return { id, interests, met, visitNumber, invitations: invited.get(id) ?? 0, suggestions: suggested.get(id) ?? 0 }
      }),
    excluded: new Set([
      ...blocks.map(({ blockerId, blockedId }) => pairKey(blockerId, blockedId)),
      ...notTonight.map(({ userId, otherId }) => pairKey(userId, otherId)),
    ]),
    takenTopics: new Set(circles.map(({ interest }) => interest.slug)),
  }
}
