const MINUTE_MS = 60_000
/** Pauses after the first, second ... failed attempt, in minutes; the last one repeats. */
const PAUSES = [1, 5, 30, 120, 360] as const
/** How far a pause is stretched at most, so that many mails do not come back at once. */
const JITTER = 0.2

/**
 * When to try again after `attempts` failed ones (1 or more). `jitter` is a number from 0 to 1.
 */
export function retryAt(now: Date, attempts: number, jitter: number): Date {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0]
  return new Date(now.getTime() + pause * MINUTE_MS * (1 + JITTER * jitter))
}
