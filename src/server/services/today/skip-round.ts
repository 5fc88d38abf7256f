import { startOfDay } from '@/domain/follow-up/local-days'
import { localDate } from '@/domain/follow-up/morning-after'
import { sql, type Db } from '@/server/db/client'
import { contactStanding } from '../contact/standing'
import { personZone } from '../person/person-zone'
import type { OwnContact } from './put-off'

/**
 * Not this round: the cadence counts from now as if the two had been in touch. Only for somebody whose cadence
 * is over, so that a repeat changes nothing and taking it back leaves them due.
 */
export async function skipRound(db: Db, { userId, contactId, now }: OwnContact): Promise<void> {
  const zone = await personZone(db, userId)
  const today = localDate(now, zone)
  await db.$executeRaw(sql`
    UPDATE contact SET "skippedAt" = ${now}
    WHERE id = ${contactId} AND "ownerId" = ${userId} AND EXISTS (
      SELECT FROM (${contactStanding({ ownerId: userId, zone })}) s WHERE s."contactId" = ${contactId} AND s."dueOn" <= ${today}::date)`)
}

/** There is no need for anybody to write to them for now, due or not: the cadence counts from here, and they are not among the four. */
export async function letPass(db: Db, { userId, contactId, now }: OwnContact): Promise<void> {
  await db.contact.updateMany({ where: { id: contactId, ownerId: userId }, data: { skippedAt: now } })
}

/** Takes back that the round was skipped, if that was said at `since` or later: an earlier one stands. Done again it is done. */
export async function takeSkipBack(db: Db, { userId, contactId, since }: Omit<OwnContact, 'now'> & { readonly since: Date }): Promise<void> {
  await db.contact.updateMany({ where: { id: contactId, ownerId: userId, skippedAt: { gte: since } }, data: { skippedAt: null } })
}

/** Takes back that the round was skipped today, on the owner's clock. */
export async function takeTodaysSkipBack(db: Db, { now, ...own }: OwnContact): Promise<void> {
  const zone = await personZone(db, own.userId)
  await takeSkipBack(db, { ...own, since: startOfDay(localDate(now, zone), zone) })
}
