import { DomainError } from '@/domain/errors'
import { daysFrom, isDate, startOfDay } from '@/domain/follow-up/local-days'
import { localDate } from '@/domain/follow-up/morning-after'
import { inTransaction, sql, type Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { personZone } from '../person/person-zone'

/** The furthest that anything can be put off, in days. */
const FURTHEST_DAYS = 730

export interface OwnContact {
  readonly userId: string
  readonly contactId: string
  readonly now: Date
}

/** Until when somebody is put off: a word, or a local date `YYYY-MM-DD`. */
export type Until = 'tomorrow' | 'next-week' | (string & {})

/**
 * The local date that is meant: next week is the same weekday of it.
 * @throws DomainError BAD_INPUT unless it is a date after today and within two years.
 */
export function dateMeant(until: Until, today: string, locale: Locale): string {
  if (until === 'tomorrow') return daysFrom(today, 1)
  if (until === 'next-week') return daysFrom(today, 7)
  if (isDate(until) && until > today && until <= daysFrom(today, FURTHEST_DAYS)) return until
  throw new DomainError('BAD_INPUT', textOf(locale, 'today')('badDate'))
}

/**
 * Puts somebody off: neither their prompts that are due nor their cadence ask before that date. Repeating it
 * on the same day says the same again.
 * @returns the local date, `YYYY-MM-DD`
 * @throws DomainError BAD_INPUT as {@link dateMeant}
 */
export async function putOff(db: Db, { userId, contactId, now, until, locale }: OwnContact & { readonly until: Until; readonly locale: Locale }) {
  const today = localDate(now, await personZone(db, userId))
  const date = dateMeant(until, today, locale)
  await inTransaction(db, async (tx) => {
    await tx.contact.updateMany({
      where: { id: contactId, ownerId: userId },
      data: { snoozedUntil: new Date(`${date}T00:00:00Z`), snoozedAt: now },
    })
    await tx.$executeRaw(sql`
      UPDATE follow_up SET state = 'LATER', "putOffFrom" = coalesce("putOffFrom", "dueOn"), "dueOn" = ${date}::date, "actedAt" = ${now}
      WHERE "contactId" = ${contactId} AND "ownerId" = ${userId} AND state IN ('OPEN', 'LATER') AND "dueOn" <= ${today}::date`)
  })
  return { until: date }
}

/** Takes back what was put off today: all is due again as it was before. Done again it is done. */
export async function takeUpAgain(db: Db, { userId, contactId, now }: OwnContact): Promise<void> {
  const timeZone = await personZone(db, userId)
  const today = localDate(now, timeZone)
  const since = startOfDay(today, timeZone)
  await inTransaction(db, async (tx) => {
    await tx.contact.updateMany({
      where: { id: contactId, ownerId: userId, snoozedAt: { gte: since } },
      data: { snoozedUntil: null, snoozedAt: null },
    })
    await tx.$executeRaw(sql`
      UPDATE follow_up SET state = 'OPEN', "dueOn" = coalesce("putOffFrom", ${today}::date), "putOffFrom" = NULL, "actedAt" = NULL
      WHERE "contactId" = ${contactId} AND "ownerId" = ${userId} AND state = 'LATER' AND "actedAt" >= ${since}`)
  })
}
