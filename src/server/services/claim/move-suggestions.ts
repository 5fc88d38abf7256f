import type { Prisma } from '@/generated/prisma/client'
import type { Move } from './move'

/**
 * Moves what was suggested to the guest and of the guest, with what became of it. Where both accounts
 * have a row the owner's stands, and what either said 'not tonight' to stays away, unless it is kept.
 */
export async function moveSuggestions(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    UPDATE suggestion o SET "notTonightAt" = g."notTonightAt", "shownAt" = coalesce(o."shownAt", g."shownAt", g."notTonightAt")
    FROM suggestion g
    WHERE g."notTonightAt" IS NOT NULL AND o."notTonightAt" IS NULL AND o."keptAt" IS NULL AND o."eventId" = g."eventId"
      AND ((g."userId" = ${from} AND o."userId" = ${to} AND o."otherId" = g."otherId")
        OR (g."otherId" = ${from} AND o."otherId" = ${to} AND o."userId" = g."userId"))`
  await tx.$executeRaw`
    UPDATE suggestion g SET "userId" = ${to} WHERE g."userId" = ${from} AND g."otherId" <> ${to}
      AND NOT EXISTS (SELECT 1 FROM suggestion o
                      WHERE o."eventId" = g."eventId" AND o."userId" = ${to} AND o."otherId" = g."otherId")`
  await tx.$executeRaw`
    UPDATE suggestion g SET "otherId" = ${to} WHERE g."otherId" = ${from} AND g."userId" <> ${to}
      AND NOT EXISTS (SELECT 1 FROM suggestion o
                      WHERE o."eventId" = g."eventId" AND o."userId" = g."userId" AND o."otherId" = ${to})`
}
