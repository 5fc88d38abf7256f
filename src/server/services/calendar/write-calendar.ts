import ical, { escape, ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, type ICalCalendar } from 'ical-generator'
import { eventPath } from '@/domain/public-path'

/** How often a subscribed calendar should be asked again, in seconds. */
const REFRESH_SECONDS = 3600

/** One evening as a calendar shows it. */
export interface CalendarEntry {
  readonly eventId: string
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly venueName: string
  readonly venueAddress: string
  /** Paragraphs; empty ones are left out. */
  readonly paragraphs: readonly string[]
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** RFC 5545 SEQUENCE. */
  readonly sequence: number
  readonly createdAt: Date
  /** When anything that stands here last changed. */
  readonly changedAt: Date
}

/** Something that one planned to do, with an alarm. */
export interface CalendarReminder {
  readonly id: string
  readonly name: string
  readonly text: string
  /** When; of one for the whole day, midnight of it in UTC. */
  readonly at: Date
  readonly allDay: boolean
  readonly url: string
  readonly createdAt: Date
  /** When it was last put off. */
  readonly changedAt: Date
}

/** How long a reminder with a time takes up, and when one for the whole day rings, in seconds from its start. */
const REMINDER_SECONDS = 15 * 60
const ALL_DAY_ALARM_SECONDS = 9 * 3600

/** What RFC 5545 lets stand in a text: no control characters but line breaks and tabs, and one kind of break. */
function calendarText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
}

/**
 * An RFC 5545 object of the method PUBLISH, with RFC 7986's name and refresh interval; deterministic, so
 * that what has not changed has the same bytes.
 *
 * Times are instants in UTC, without VTIMEZONE: each evening is an event of its own, already placed in its
 * zone when it was made, so no calendar has to work out a rule across a change of the clocks, and each shows
 * it on its reader's clock. DTSTAMP, which clients compare when the sequence is equal, is the last change.
 * UIDs are the event's id at the host of `publicUrl`: the same in every feed that names the event.
 */
export function writeCalendar(given: {
  readonly name: string
  readonly publicUrl: string
  readonly entries: readonly CalendarEntry[]
  readonly reminders?: readonly CalendarReminder[]
}): string {
  const { name, publicUrl, entries, reminders = [] } = given
  const calendar = ical({
    // The library writes a calendar's own name as it is.
    name: escape(calendarText(name), false),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Serendip', product: 'Calendar', language: 'EN' },
    ttl: REFRESH_SECONDS,
  })
  const { host } = new URL(publicUrl)
  for (const entry of entries) {
    const url = publicUrl + eventPath(entry.eventId)
    calendar.createEvent({
      id: `${entry.eventId}@${host}`,
      sequence: entry.sequence,
      start: entry.startsAt,
      end: entry.endsAt,
      stamp: entry.changedAt,
      created: entry.createdAt,
      lastModified: entry.changedAt,
      summary: calendarText(entry.name),
      location: calendarText([entry.venueName, entry.venueAddress].filter(Boolean).join(', ')) || null,
      description: calendarText([...entry.paragraphs.filter(Boolean), url].join('\n\n')),
      status: ICalEventStatus[entry.status],
      url,
    })
  }
  for (const reminder of reminders) addReminder(calendar, reminder, host)
  return calendar.toString()
}

/** A VEVENT with a VALARM at its time; it leaves its reader free, as no one else is there. */
function addReminder(calendar: ICalCalendar, reminder: CalendarReminder, host: string): void {
  const { id, name, text, at, allDay, url, createdAt, changedAt } = reminder
  const event = calendar.createEvent({
    id: `${id}@${host}`,
    start: at,
    end: allDay ? null : new Date(at.getTime() + REMINDER_SECONDS * 1000),
    allDay,
    stamp: changedAt,
    created: createdAt,
    lastModified: changedAt,
    summary: calendarText(name),
    description: calendarText([text, url].filter(Boolean).join('\n\n')),
    transparency: ICalEventTransparency.TRANSPARENT,
    url,
  })
  const alarm = { type: ICalAlarmType.display, description: calendarText(name) } as const
  event.createAlarm(allDay ? { ...alarm, triggerAfter: ALL_DAY_ALARM_SECONDS } : { ...alarm, trigger: 0 })
}
