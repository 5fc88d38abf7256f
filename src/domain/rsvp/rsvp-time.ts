const HOUR_MS = 60 * 60_000

/** The longest that somebody has to confirm a place that became free, in milliseconds. */
export const LONGEST_TO_CONFIRM_MS = 24 * HOUR_MS
/** The shortest: less than this would pass while people sleep, so then nothing needs confirming. */
export const SHORTEST_TO_CONFIRM_MS = 12 * HOUR_MS
/** A place that is not confirmed must still find somebody who can come. */
export const CONFIRM_BEFORE_START_MS = 3 * HOUR_MS

/** When reminders leave, before the start. */
const REMIND_BEFORE_MS = 24 * HOUR_MS
/** Later than this before the start a reminder tells nobody anything. */
const REMIND_LATEST_MS = 3 * HOUR_MS
/** Who said yes, or was given a place, since then needs no reminder. */
const STILL_FRESH_MS = 12 * HOUR_MS

/**
 * Until when somebody who was given a place from the waitlist must confirm it: a day, though never later than
 * three hours before the start. Null when that would be less than twelve hours: the place is theirs at once.
 */
export function confirmBy(promotedAt: Date, startsAt: Date): Date | null {
  const latest = startsAt.getTime() - CONFIRM_BEFORE_START_MS
  const until = Math.min(promotedAt.getTime() + LONGEST_TO_CONFIRM_MS, latest)
  return until - promotedAt.getTime() < SHORTEST_TO_CONFIRM_MS ? null : new Date(until)
}

/** The starts of the events whose reminders are due, or were and have not left. */
export function remindedStarts(now: Date): { readonly after: Date; readonly until: Date } {
  return { after: now, until: new Date(now.getTime() + REMIND_BEFORE_MS) }
}

/** Whether a reminder for an event that starts then is still of use. */
export function isWorthReminding(startsAt: Date, now: Date): boolean {
  return startsAt.getTime() - now.getTime() >= REMIND_LATEST_MS
}

/** Who said yes or was given a place after this moment remembers it. */
export function remembersSince(now: Date): Date {
  return new Date(now.getTime() - STILL_FRESH_MS)
}

/** Why nothing can be said about coming any more, or null while it can: until the event's end. */
export function rsvpClosed(
  event: { readonly status: 'SCHEDULED' | 'CANCELLED'; readonly endsAt: Date },
  now: Date,
): 'CANCELLED' | 'OVER' | null {
  if (event.endsAt <= now) return 'OVER'
  return event.status === 'CANCELLED' ? 'CANCELLED' : null
}
