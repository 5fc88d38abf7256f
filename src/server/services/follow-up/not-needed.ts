import { startOfDay } from '@/domain/follow-up/local-days'
import { localDate } from '@/domain/follow-up/morning-after'
import { sql, type Db } from '@/server/db/client'
import { personZone } from '../person/person-zone'
import type { OwnContact } from '../today/put-off'

/** Nothing to do for this prompt. One that is done already stays so. */
export async function notNeeded(db: Db, { userId, followUpId, now }: { readonly userId: string; readonly followUpId: string; readonly now: Date }): Promise<void> {
  await db.followUp.updateMany({
    where: { id: followUpId, ownerId: userId, state: { in: ['OPEN', 'LATER'] } },
    data: { state: 'NOT_NEEDED', actedAt: now },
  })
}

/** Takes back what was said today not to be needed about a contact. Done again it is done. */
export async function neededAfterAll(db: Db, { userId, contactId, now }: OwnContact): Promise<void> {
  const timeZone = await personZone(db, userId)
  const since = startOfDay(localDate(now, timeZone), timeZone)
  await db.$executeRaw(sql`
    UPDATE follow_up SET "actedAt" = NULL, state = CASE WHEN "putOffFrom" IS NULL THEN 'OPEN'::"FollowUpState" ELSE 'LATER' END
    WHERE "contactId" = ${contactId} AND "ownerId" = ${userId} AND state = 'NOT_NEEDED' AND "actedAt" >= ${since}`)
}
