/** What of two RSVPs of one person decides which one stands. */
export interface Comparable {
  readonly state: 'GOING' | 'WAITLISTED' | 'CANCELLED'
  /** Null when there is nothing to confirm. */
  readonly confirmBy: Date | null
  readonly turn: number
}

const RANK = { GOING: 2, WAITLISTED: 1, CANCELLED: 0 } as const

/**
 * Whether the first serves its owner better than the second: a place is better than one in line, that better
 * than none, a confirmed place better than one to confirm, and an earlier turn better than a later.
 */
export function isBetterRsvp(one: Comparable, other: Comparable): boolean {
  if (one.state !== other.state) return RANK[one.state] > RANK[other.state]
  if ((one.confirmBy === null) !== (other.confirmBy === null)) return one.confirmBy === null
  return one.turn < other.turn
}
