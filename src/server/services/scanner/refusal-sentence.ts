import { DOOR_OPENS_BEFORE_MS } from '@/domain/check-in/door-code'
import type { ScanRefusal } from '@/domain/check-in/scanner'
import { textOf, type Locale } from '@/text/translator'
import type { DoorEvent } from './door-event'
import type { Scanned } from './find-scanned'

/** Says why a scan lets nobody in, and what to do now. */
export function refusalSentence(reason: ScanRefusal, event: DoorEvent, scanned: Scanned | null, locale: Locale): string {
  const t = textOf(locale, 'scanner')
  const when = (at: Date, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone }).format(at)
  if (reason === 'EARLY') {
    const opens = new Date(event.startsAt.getTime() - DOOR_OPENS_BEFORE_MS)
    return t('refusals.EARLY', { opens: when(opens, event.timeZone) })
  }
  if (reason === 'OTHER_EVENT' && scanned?.otherEventName && scanned.otherEventStartsAt) {
    const date = when(scanned.otherEventStartsAt, scanned.otherEventTimeZone ?? event.timeZone)
    return t('otherEventNamed', { event: scanned.otherEventName, date })
  }
  return t(`refusals.${reason}`)
}
