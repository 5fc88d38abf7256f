import type { ScanTime } from './scan-time'
import type { ScanRefusal } from './scanner'

/** All that is known when a scan is answered. */
export interface ScanFacts {
  readonly time: ScanTime['state']
  /** A host took back what this scan's nonce had written. */
  readonly undone: boolean
  /** Whether the nonce has let somebody in before: the same person here, or anybody else anywhere. */
  readonly nonce: 'NEW' | 'SAME' | 'OTHER'
  /** Why the scan names nobody who could come in here; null when it names somebody. */
  readonly nobody: ScanRefusal | null
  readonly arrived: boolean
  /** They arrived and had gone home before this scan. */
  readonly backAgain: boolean
  readonly byTicket: boolean
  readonly rsvp: 'GOING' | 'WAITLISTED' | 'CANCELLED' | null
  readonly rsvpRequired: boolean
  /** The host was asked and lets them in. */
  readonly letIn: boolean
}

/** What becomes of a scan. REPEATED: its first answer stands. */
export type ScanDecision =
  | { readonly what: 'LET_IN' | 'REPEATED' | 'ALREADY' }
  | { readonly what: 'ASK'; readonly reason: 'NO_RSVP' | 'WAITLISTED' }
  | { readonly what: 'REFUSED'; readonly reason: ScanRefusal }

const refused = (reason: ScanRefusal): ScanDecision => ({ what: 'REFUSED', reason })

/**
 * Decides a scan. A repeat comes first: it is answered as it was, whatever has changed since. The time
 * comes next, since nobody is looked for at a closed door; whether they have a place comes last, and only
 * the host decides against it.
 */
export function decideScan(facts: ScanFacts): ScanDecision {
  if (facts.undone) return refused('UNDONE')
  if (facts.nonce === 'SAME') return { what: 'REPEATED' }
  if (facts.nonce === 'OTHER') return refused('NONCE_USED')
  if (facts.time !== 'OPEN') return refused(facts.time)
  if (facts.nobody) return refused(facts.nobody)
  if (facts.arrived) return { what: facts.backAgain ? 'LET_IN' : 'ALREADY' }
  if (facts.byTicket && facts.rsvp === 'CANCELLED') return refused('CANCELLED_TICKET')
  if (!facts.rsvpRequired || facts.rsvp === 'GOING' || facts.letIn) return { what: 'LET_IN' }
  return { what: 'ASK', reason: facts.rsvp === 'WAITLISTED' ? 'WAITLISTED' : 'NO_RSVP' }
}
