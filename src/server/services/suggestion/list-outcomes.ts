import { z } from 'zod'
import type { SuggestionFeatures, SuggestionKind, SuggestionPlace } from '@/domain/matching/types'
import { sql, type Db } from '@/server/db/client'

const featuresSchema = z.object({
  interests: z.number(),
  receives: z.number(),
  gives: z.number(),
  context: z.number(),
  affiliationsInCommon: z.number(),
  eventsInCommon: z.number(),
  peopleInCommon: z.number(),
  novelty: z.number(),
  readerVisit: z.number(),
  otherVisit: z.number(),
}) satisfies z.ZodType<SuggestionFeatures>

/** What became of one suggestion; times are null for what has not happened. */
export interface SuggestionOutcome {
  readonly id: string
  readonly eventId: string
  readonly userId: string
  readonly otherId: string
  readonly rank: number
  readonly kind: SuggestionKind
  readonly place: SuggestionPlace
  readonly score: number
  /** What led to it, as it stood when it was first read; null where another version of the software wrote it. */
  readonly features: SuggestionFeatures | null
  readonly shownAt: Date | null
  readonly openedAt: Date | null
  readonly keptAt: Date | null
  readonly notTonightAt: Date | null
  readonly withdrawnAt: Date | null
  /** When the two met at this event. */
  readonly metAt: Date | null
  /** Whether either wrote a note about that meeting; never what. */
  readonly noted: boolean
  /** Whether either wrote to the other afterwards. */
  readonly followedUp: boolean
}

/**
 * Every suggestion that a community's events have a record of, with what led to it and what came of it,
 * the oldest event first: for learning weights. No page and no procedure reads it.
 */
export async function listOutcomes(
  db: Db,
  { communityId, eventId }: { readonly communityId: string; readonly eventId?: string },
): Promise<SuggestionOutcome[]> {
  const rows = await db.$queryRaw<(Omit<SuggestionOutcome, 'features'> & { features: unknown })[]>`
    SELECT o.id, o."eventId", o."userId", o."otherId", o.rank, o.kind::text, o.place::text, o.score, o.features,
           o."shownAt", o."openedAt", o."keptAt", o."notTonightAt", o."withdrawnAt", o."metAt", o.noted, o."followedUp"
    FROM suggestion_outcome o JOIN event e ON e.id = o."eventId"
    WHERE o."communityId" = ${communityId} AND ${eventId === undefined ? sql`true` : sql`o."eventId" = ${eventId}`}
    ORDER BY e."startsAt", o."eventId", o."userId", o.rank, o."otherId"`
  return rows.map(({ features, ...row }) => ({ ...row, features: featuresSchema.safeParse(features).data ?? null }))
}
