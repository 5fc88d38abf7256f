import { DOOR_OPENS_BEFORE_MS, doorState } from './door-code'

/** When a scan counts as made, or why its time is none at which this door lets anybody in. */
export type ScanTime =
  | { readonly state: 'OPEN'; readonly at: Date }
  | { readonly state: 'EARLY' | 'OVER' | 'CANCELLED'; readonly at: null }

/**
 * When somebody was scanned, by the server's clock: `agoMs` before `now`, never before the door opened,
 * and never after now. The device says only how long ago it was, by a clock that nobody sets. What was
 * scanned before the event's end is taken up to `graceMs` after it.
 *
 * @param agoMs milliseconds; below 0 counts as 0
 * @param graceMs milliseconds
 */
export function scanTime(
  event: { readonly startsAt: Date; readonly endsAt: Date; readonly status: 'SCHEDULED' | 'CANCELLED' },
  { now, agoMs, graceMs }: { readonly now: Date; readonly agoMs: number; readonly graceMs: number },
): ScanTime {
  const state = doorState(event, now)
  if (state === 'EARLY' || state === 'CANCELLED') return { state, at: null }
  const opens = event.startsAt.getTime() - DOOR_OPENS_BEFORE_MS
  const scanned = Math.max(opens, now.getTime() - Math.max(0, agoMs))
  const ends = event.endsAt.getTime()
  if (scanned > ends || now.getTime() > ends + graceMs) return { state: 'OVER', at: null }
  return { state: 'OPEN', at: new Date(scanned) }
}
