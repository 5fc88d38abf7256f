import { DomainError } from '@/domain/errors'
import { mayMeetAt } from '@/domain/meeting/meeting-time'
import { textOf, type Locale } from '@/text/translator'

/** The part of an event that says when people may meet there. */
export interface MeetingEvent {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: 'SCHEDULED' | 'CANCELLED'
}

/** What somebody does about a meeting at an event where they are checked in. */
export interface AtEvent {
  readonly event: MeetingEvent
  readonly viewerId: string
  readonly now: Date
  readonly locale: Locale
}

/** @throws DomainError GONE when the time to say so is over. */
export function refuseWhenOver({ event, now, locale }: AtEvent): void {
  if (!mayMeetAt(event, now)) throw new DomainError('GONE', textOf(locale, 'meeting')('over'))
}

/** The answer to an id that is not the viewer's to use, whether or not it exists. */
export function noSuchMeeting(locale: Locale): DomainError {
  return new DomainError('NOT_FOUND', textOf(locale, 'meeting')('notFound'))
}

/** Neither has blocked the other: a piece of a `where` on users. */
export function notBlocked(viewerId: string) {
  return { blocks: { none: { blockedId: viewerId } }, blockedBy: { none: { blockerId: viewerId } } }
}
