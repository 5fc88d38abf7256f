import type { Prisma } from '@/generated/prisma/client'

/** Every suggestion that an event has a record of, standing or not. */
export function loadStanding(tx: Prisma.TransactionClient, eventId: string) {
  return tx.suggestion.findMany({
    where: { eventId },
    select: {
      id: true,
      userId: true,
      otherId: true,
      rank: true,
      kind: true,
      score: true,
      reasons: true,
      question: true,
      shownAt: true,
      openedAt: true,
      keptAt: true,
      notTonightAt: true,
      withdrawnAt: true,
    },
  })
}

export type StandingSuggestion = Awaited<ReturnType<typeof loadStanding>>[number]
