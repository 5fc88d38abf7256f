import { DOOR_OPENS_BEFORE_MS, type DoorState } from '@/domain/check-in/door-code'
import { DomainError } from '@/domain/errors'
import { textOf, type Locale } from '@/text/translator'

/** @throws DomainError FORBIDDEN with the reason, unless the door is open. */
export function refuseClosedDoor(
  event: { readonly startsAt: Date; readonly timeZone: string },
  state: DoorState,
  locale: Locale,
): void {
  if (state === 'OPEN') return
  const t = textOf(locale, 'checkIn')
  if (state === 'CANCELLED') throw new DomainError('FORBIDDEN', t('cancelled'))
  if (state === 'OVER') throw new DomainError('FORBIDDEN', t('over'))
  const opens = new Date(event.startsAt.getTime() - DOOR_OPENS_BEFORE_MS)
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23', timeZone: event.timeZone })
  throw new DomainError('FORBIDDEN', t('early', { opens: at.format(opens) }))
}
