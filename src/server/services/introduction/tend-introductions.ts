import { outcomeDueFor } from '@/domain/introductions/introduction-time'
import type { Db } from '@/server/db/client'
import { sql } from '@/server/db/client'

/** Closes what nobody, or one of the two alone, said yes to in time, so that the pair is free again. */
export async function closeLapsed(db: Db, now: Date, { byId }: { readonly byId?: string } = {}): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE introduction SET "withdrawnAt" = "expiresAt"
    WHERE "connectedAt" IS NULL AND "withdrawnAt" IS NULL AND "expiresAt" <= ${now}
      ${byId === undefined ? sql`` : sql`AND "byId" = ${byId}`}`)
}

/** What time does to introductions: some lapse, and three weeks after both said yes each is asked what came of it. */
export async function tendIntroductions(db: Db, now: Date): Promise<void> {
  await closeLapsed(db, now)
  await db.introductionSide.updateMany({
    where: { outcomeAskedAt: null, introduction: { connectedAt: { lte: outcomeDueFor(now) } } },
    data: { outcomeAskedAt: now },
  })
}
