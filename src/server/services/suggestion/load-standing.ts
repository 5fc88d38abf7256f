import type { SuggestionKind } from '@/domain/matching/types'
import type { Prisma } from '@/generated/prisma/client'

/** A suggestion that an event has a record of; reasons and question as they were stored. */
export interface StandingSuggestion {
  readonly id: string
  readonly userId: string
  readonly otherId: string
  readonly rank: number
  readonly kind: SuggestionKind
  readonly score: number
  readonly reasons: unknown
  readonly question: unknown
  readonly shownAt: Date | null
  readonly openedAt: Date | null
  readonly keptAt: Date | null
  readonly notTonightAt: Date | null
  readonly withdrawnAt: Date | null
}

/** Every suggestion that an event has a record of, standing or not. Raw: of thousands of rows the client's own reading takes longest. */
export function loadStanding(tx: Prisma.TransactionClient, eventId: string): Promise<StandingSuggestion[]> {
  return tx.$queryRaw<StandingSuggestion[]>`
    SELECT id, "userId", "otherId", rank, kind::text, score, reasons, question,
           "shownAt", "openedAt", "keptAt", "notTonightAt", "withdrawnAt"
    FROM suggestion WHERE "eventId" = ${eventId}`
}
