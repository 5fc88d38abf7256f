import type { Prisma } from '@/generated/prisma/client'
import type { Move } from './move'

/**
 * Moves what the guest may read of others' updates, and whom they muted. A guest writes none and gets no push
 * messages: both take a proved address. What the viewer wrote themself, they do not read.
 */
export async function moveUpdates(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO update_reader ("updateId", "userId", "shownAt")
    SELECT r."updateId", ${to}, r."shownAt" FROM update_reader r JOIN "update" u ON u.id = r."updateId"
    WHERE r."userId" = ${from} AND u."userId" <> ${to}
    ON CONFLICT ("updateId", "userId") DO UPDATE SET "shownAt" = coalesce(update_reader."shownAt", excluded."shownAt")`
  await tx.$executeRaw`
    INSERT INTO update_mute ("userId", "authorId", "createdAt")
    SELECT ${to}, "authorId", "createdAt" FROM update_mute WHERE "userId" = ${from} AND "authorId" <> ${to}
    ON CONFLICT DO NOTHING`
}
