import { localDate } from '@/domain/follow-up/morning-after'
import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { saveSettings } from '../follow-up/settings'
import { personZone } from '../person/person-zone'
import { dateMeant } from './put-off'

/**
 * Lets all reminders rest, up to a local date or, with null, until the person goes on. What is due meanwhile
 * is due afterwards.
 * @throws DomainError BAD_INPUT for a date that is not after today, or more than two years away.
 */
export async function pauseAll(
  db: Db,
  { userId, now, until, locale }: { readonly userId: string; readonly now: Date; readonly until: string | null; readonly locale: Locale },
): Promise<void> {
  const today = localDate(now, await personZone(db, userId))
  await saveSettings(db, userId, { pausedAt: now, pausedUntil: until === null ? null : dateMeant(until, today, locale) })
}

/** Goes on with all reminders. */
export async function goOn(db: Db, userId: string): Promise<void> {
  await saveSettings(db, userId, { pausedAt: null, pausedUntil: null })
}
