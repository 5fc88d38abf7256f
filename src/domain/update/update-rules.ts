/** The longest update or takeaway, in characters. */
export const LONGEST_UPDATE = 500

/**
 * How many updates one person may have out in any seven days. Most digests are weekly: with more, a few who
 * write a lot would crowd out everybody else in them.
 */
export const UPDATES_A_WEEK = 2

/** How many takeaways one person may have out from one event. */
export const TAKEAWAYS_AN_EVENT = 3

const DAY_MS = 86_400_000

/** Updates written after this moment count against {@link UPDATES_A_WEEK}. */
export function weekBefore(now: Date): Date {
  return new Date(now.getTime() - 7 * DAY_MS)
}

/** How long after an event's end takeaways can be written, in days. */
const TAKEAWAY_DAYS = 14

/** Whether takeaways of an event can still be written: while it goes on and two weeks after its end. */
export function takesTakeaways(event: { readonly endsAt: Date; readonly status: string }, now: Date): boolean {
  return event.status !== 'CANCELLED' && now.getTime() <= event.endsAt.getTime() + TAKEAWAY_DAYS * DAY_MS
}
