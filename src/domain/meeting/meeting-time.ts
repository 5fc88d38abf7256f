import { DOOR_OPENS_BEFORE_MS } from '@/domain/check-in/door-code'

/** How long after an event's end people may still say that they met there, in milliseconds. */
export const MEETING_AFTER_END_MS = 12 * 60 * 60_000

/** The starts and ends of the events at which people may say at this moment that they met there. */
export function meetingTimes(now: Date): { readonly startsBy: Date; readonly endsFrom: Date } {
  return {
    startsBy: new Date(now.getTime() + DOOR_OPENS_BEFORE_MS),
    endsFrom: new Date(now.getTime() - MEETING_AFTER_END_MS),
  }
}

/** Whether an event has ended: nobody is there any more, though for a while people may still say that they met. */
export function isOver(event: { readonly endsAt: Date }, now: Date): boolean {
  return now > event.endsAt
}

/** Whether people may say now that they met at this event: from its door's opening to 12 hours after its end. */
export function mayMeetAt(
  event: { readonly startsAt: Date; readonly endsAt: Date; readonly status: 'SCHEDULED' | 'CANCELLED' },
  now: Date,
): boolean {
  const { startsBy, endsFrom } = meetingTimes(now)
  return event.status === 'SCHEDULED' && event.startsAt <= startsBy && event.endsAt >= endsFrom
}
