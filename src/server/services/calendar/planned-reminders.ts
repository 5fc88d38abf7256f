import { firstName } from '@/domain/follow-up/first-name'
import { momentOf } from '@/domain/follow-up/local-days'
import { contactsOf } from '@/server/db/scopes'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { notBlocked } from '../meeting/at-event'
import { personZone } from '../person/person-zone'
import type { CalendarReminder } from './write-calendar'

/** The next so many; nobody plans more. */
const MOST = 500

/**
 * What a person planned with contacts of theirs and has not done, for their own calendar. Of private words
 * there is the first name and what it is about, which its owner wrote for this; no note, no address.
 */
export async function plannedReminders(
  db: Db,
  { userId, publicUrl, locale }: { readonly userId: string; readonly publicUrl: string; readonly locale: Locale },
): Promise<readonly CalendarReminder[]> {
  const timeZone = await personZone(db, userId)
  const t = textOf(locale, 'plan')
  const rows = await db.followUp.findMany({
    where: { ownerId: userId, eventId: null, state: { in: ['OPEN', 'LATER'] }, contact: { AND: [contactsOf(userId), { OR: [{ userId: null }, { user: notBlocked(userId) }] }] } },
    orderBy: [{ dueOn: 'desc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, dueOn: true, dueTime: true, about: true, createdAt: true, actedAt: true, contact: { select: { id: true, name: true } } },
  })
  return rows.reverse().map(({ id, dueOn, dueTime, about, createdAt, actedAt, contact }) => ({
    id,
    name: t('calendarTitle', { name: firstName(contact.name) || textOf(locale, 'people')('nameless') }),
    text: about,
    at: dueTime === null ? dueOn : momentOf(dueOn.toISOString().slice(0, 10), dueTime, timeZone),
    allDay: dueTime === null,
    url: `${publicUrl}/people/${contact.id}`,
    createdAt,
    changedAt: actedAt ?? createdAt,
  }))
}
