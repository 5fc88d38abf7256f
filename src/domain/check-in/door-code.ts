/** How long one rotating door code stands, in milliseconds. */
export const DOOR_STEP_MS = 30_000
/**
 * How long after its step a screen without a network still shows a code, in milliseconds: it is accepted for
 * one step more, of which a phone that has just read it needs some to open it.
 */
export const SHOWN_AFTER_STEP_MS = 20_000
/** How long a phone that opened a good door code may take to check in, in milliseconds. */
export const CLAIM_MS = 10 * 60_000
/** How early before its start an event's door opens, in milliseconds. */
export const DOOR_OPENS_BEFORE_MS = 2 * 60 * 60_000

/** The number of the 30-second step that a moment falls into, counted from 1970. */
export function doorStep(at: Date): number {
  return Math.floor(at.getTime() / DOOR_STEP_MS)
}

/** Whether a code of this step is accepted now: its own step and one either side, for slow clocks and phones. */
export function stepAccepted(step: number, now: Date): boolean {
  return Math.abs(step - doorStep(now)) <= 1
}

/** When the screen must show the next code. */
export function nextStepAt(now: Date): Date {
  return new Date((doorStep(now) + 1) * DOOR_STEP_MS)
}

export type DoorState = 'OPEN' | 'EARLY' | 'OVER' | 'CANCELLED'

/** Whether an event's door takes check-ins now: from two hours before its start until its end. */
export function doorState(
  event: { readonly startsAt: Date; readonly endsAt: Date; readonly status: 'SCHEDULED' | 'CANCELLED' },
  now: Date,
): DoorState {
  if (event.status === 'CANCELLED') return 'CANCELLED'
  if (now.getTime() < event.startsAt.getTime() - DOOR_OPENS_BEFORE_MS) return 'EARLY'
  return now > event.endsAt ? 'OVER' : 'OPEN'
}
