import { localDate } from '@/domain/follow-up/morning-after'
import type { TodayCard } from '@/domain/follow-up/today'
import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { blockedAround } from '../person/blocked-around'
import { personZone } from '../person/person-zone'
import { loadCards } from './load-cards'
import type { OwnContact } from './put-off'

/** The card of one contact, with its draft, whether they are due or not; null for whoever is not the owner's. */
export async function loadCard(db: Db, { userId, contactId, now, locale }: OwnContact & { readonly locale: Locale }): Promise<TodayCard | null> {
  const [timeZone, hidden] = await Promise.all([personZone(db, userId), blockedAround(db, userId)])
  const of = { userId, date: localDate(now, timeZone), timeZone, hidden }
  return (await loadCards(db, of, [contactId], locale)).get(contactId) ?? null
}
