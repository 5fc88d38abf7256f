import type { PrismaClient } from '@/generated/prisma/client'
import { noSuchMeeting, type AtEvent } from '@/server/services/meeting/at-event'

/**
 * 'Keep': the suggestion stays in the viewer's list whatever comes, or, taken back, no longer for that
 * reason. A repeat changes nothing. The other is told nothing.
 * @throws DomainError NOT_FOUND for somebody who is not in the viewer's list.
 */
export async function keepSuggestion(
  db: PrismaClient,
  asked: AtEvent & { readonly personId: string; readonly keep: boolean },
): Promise<void> {
  const { event, viewerId, personId, keep, now, locale } = asked
  const count = keep
    ? await db.$executeRaw`
        UPDATE suggestion SET "keptAt" = coalesce("keptAt", ${now}), "shownAt" = coalesce("shownAt", ${now})
        WHERE "eventId" = ${event.id} AND "userId" = ${viewerId} AND "otherId" = ${personId}
          AND "notTonightAt" IS NULL AND "withdrawnAt" IS NULL`
    : await db.$executeRaw`
        UPDATE suggestion SET "keptAt" = NULL
        WHERE "eventId" = ${event.id} AND "userId" = ${viewerId} AND "otherId" = ${personId}`
  if (count === 0) throw noSuchMeeting(locale)
}
