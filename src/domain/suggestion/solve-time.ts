/** So many arrivals since the last full solve make the next one due. */
export const ARRIVALS_PER_SOLVE = 50
/** After this time the next change makes a full solve due, in milliseconds. */
export const SOLVE_AFTER_MS = 60_000

/**
 * Whether all of an event's suggestions are to be computed anew, now that something has changed there;
 * until then whoever arrives is given free places and nobody's list is touched.
 */
export function isSolveDue(given: {
  /** The last full solve; null when there has been none. */
  readonly solvedAt: Date | null
  readonly arrivedSince: number
  readonly now: Date
}): boolean {
  const { solvedAt, arrivedSince, now } = given
  return (
    solvedAt === null || arrivedSince >= ARRIVALS_PER_SOLVE || now.getTime() - solvedAt.getTime() >= SOLVE_AFTER_MS
  )
}
