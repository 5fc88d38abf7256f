import { DomainError } from '@/domain/errors'
import { rsvpClosed } from '@/domain/rsvp/rsvp-time'
import { textOf, type Locale } from '@/text/translator'
import type { LockedEvent } from './lock-event'

/** The answer to an event or an RSVP that is not there. */
export function noSuchRsvp(locale: Locale): DomainError {
  return new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
}

/** Why not, of the sentences that a person can do something about. */
export function rsvpRefusal(
  code: 'BAD_INPUT' | 'CONFLICT' | 'GONE',
  reason: 'CANCELLED' | 'OVER' | 'notGoing' | 'notWaiting' | 'lapsed' | 'noRoomForMore',
  locale: Locale,
): DomainError {
  return new DomainError(code, textOf(locale, 'rsvp')(`refusals.${reason}`))
}

/** @throws DomainError GONE when the event is called off or over. */
export function demandOpen(event: LockedEvent, now: Date, locale: Locale): void {
  const closed = rsvpClosed(event, now)
  if (closed) throw rsvpRefusal('GONE', closed, locale)
}

/** @throws DomainError BAD_INPUT for more than one may bring, CONFLICT for more than the event ever has room for. */
export function demandSize({ plusOnes: most, capacity }: LockedEvent, plusOnes: number, locale: Locale): void {
  const t = textOf(locale, 'rsvp')
  if (plusOnes > most) throw new DomainError('BAD_INPUT', t('refusals.tooManyOthers', { most }))
  if (capacity !== null && 1 + plusOnes > capacity) throw new DomainError('CONFLICT', t('refusals.neverRoom', { capacity }))
}
