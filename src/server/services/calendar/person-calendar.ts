import { DomainError } from '@/domain/errors'
import type { EventStatus, RsvpState } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { hashToken } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { IN_CALENDARS, publicEntry, type CalendarFile } from './public-calendars'
import { plannedReminders } from './planned-reminders'
import { writeCalendar, type CalendarEntry } from './write-calendar'

/** How long past evenings stay, and how long a cancelled RSVP is still told, in milliseconds. */
const PAST_MS = 90 * 86_400_000
const CANCELLED_MS = 30 * 86_400_000
/** The latest so many; nobody goes to more in three months and has plans for more. */
const MOST_EVENTS = 500

interface OwnRsvp {
  readonly state: RsvpState
  readonly saidAt: Date
  readonly promotedAt: Date | null
  readonly cancelledAt: Date | null
}

function ownStatus(event: EventStatus, rsvp: OwnRsvp | undefined, checkedIn: boolean): CalendarEntry['status'] {
  if (event === 'CANCELLED') return 'CANCELLED'
  if (checkedIn || rsvp?.state === 'GOING') return 'CONFIRMED'
  return rsvp?.state === 'WAITLISTED' ? 'TENTATIVE' : 'CANCELLED'
}

/** When the person's own part in it last changed; before 1970 when it never did. */
function ownChange(rsvp: OwnRsvp | undefined): number {
  const moments = [rsvp?.saidAt, rsvp?.promotedAt, rsvp?.cancelledAt]
  return Math.max(...moments.map((moment) => moment?.getTime() ?? -1))
}

/**
 * A person's own calendar, by the secret of its address: the evenings of the last 90 days and to come for
 * which they have a place, wait (TENTATIVE) or were checked in; CANCELLED, so that it vanishes from their
 * calendar, where it was called off or they cancelled within the last 30 days. Also what they planned with
 * people of their own and have not done.
 * The secret is looked up by its hash, which takes the same time whatever is wrong with it.
 * @throws DomainError NOT_FOUND for an address that was revoked or never made.
 */
export async function personCalendar(
  db: Db,
  given: { readonly token: string; readonly publicUrl: string; readonly now: Date; readonly locale: Locale },
): Promise<CalendarFile> {
  const { publicUrl, now, locale } = given
  const t = textOf(locale, 'calendar')
  const owner = await db.user.findFirst({
    where: { calendarHash: hashToken(given.token), email: { not: null } },
    select: { id: true },
  })
  if (!owner) throw new DomainError('NOT_FOUND', t('badText', { page: `${publicUrl}/profile` }))
  const userId = owner.id
  const events = await db.event.findMany({
    where: {
      endsAt: { gte: new Date(now.getTime() - PAST_MS) },
      OR: [
        { rsvps: { some: { userId, state: { in: ['GOING', 'WAITLISTED'] } } } },
        { rsvps: { some: { userId, state: 'CANCELLED', cancelledAt: { gte: new Date(now.getTime() - CANCELLED_MS) } } } },
        { checkIns: { some: { userId } } },
      ],
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: MOST_EVENTS,
    select: {
      ...IN_CALENDARS,
      rsvps: { where: { userId }, select: { state: true, saidAt: true, promotedAt: true, cancelledAt: true } },
      checkIns: { where: { userId }, select: { id: true } },
    },
  })
  const entries = events.reverse().map(({ rsvps, checkIns, ...event }): CalendarEntry => {
    const entry = publicEntry(event, locale)
    const status = ownStatus(event.status, rsvps[0], checkIns.length > 0)
    return {
      ...entry,
      status,
      paragraphs: [status === 'TENTATIVE' ? t('waiting') : '', ...entry.paragraphs],
      changedAt: new Date(Math.max(entry.changedAt.getTime(), ownChange(rsvps[0]))),
    }
  })
  const reminders = await plannedReminders(db, { userId, publicUrl, locale })
  return { body: writeCalendar({ name: t('personName'), publicUrl, entries, reminders }), fileName: 'my-evenings' }
}
