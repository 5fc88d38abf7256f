import type { Roster, ScanAnswer, ScannedPerson, ScanRefusal, ScanTarget } from '@/domain/check-in/scanner'

/** What the screen says about the latest scan. */
export type ShownAnswer = { readonly nonce: string; readonly target: ScanTarget } & (
  | { readonly kind: 'WAITING' }
  | { readonly kind: 'IN'; readonly person: ScannedPerson; readonly at: string; readonly slipUrl: string | null }
  | { readonly kind: 'ALREADY'; readonly person: ScannedPerson; readonly since: string }
  | { readonly kind: 'ASK'; readonly reason: 'NO_RSVP' | 'WAITLISTED'; readonly person: ScannedPerson }
  | { readonly kind: 'REFUSED'; readonly reason: ScanRefusal; readonly message: string }
  /** On this device only, until the server has said what it is. */
  | {
      readonly kind: 'QUEUED'
      /** Whom this device's list has under it; null when it has nobody. */
      readonly person: ScannedPerson | null
      /** Since when it has waited here already, ISO 8601; null when it is new. */
      readonly since: string | null
    }
  /** No network, and a browser that keeps nothing. */
  | { readonly kind: 'LOST' }
  | { readonly kind: 'UNDONE'; readonly name: string }
  | { readonly kind: 'DROPPED' }
)

/** A scan that waits on this device. */
export interface QueuedScan {
  readonly nonce: string
  readonly eventId: string
  readonly target: ScanTarget
  readonly letIn: boolean
  /** By this device's clock, in milliseconds since 1970. */
  readonly scannedAt: number
  /** What the device knew of whom it was; empty when nothing. */
  readonly label: string
  /** The device's list had them in already: that they are is no surprise. */
  readonly knownIn: boolean
}

/** What the server said of a queued scan, when it was not 'in'. */
export interface Conflict {
  readonly scan: QueuedScan
  readonly answer: Exclude<ScanAnswer, { outcome: 'IN' }>
}

/** One of the latest arrivals, at any door of this event. */
export interface Arrival {
  readonly personId: string
  readonly name: string
  /** ISO 8601. */
  readonly at: string
}

export interface ScannerState {
  /** Whether the server answered when it was last asked. */
  readonly network: 'ONLINE' | 'OFFLINE'
  readonly standing: 'HOST' | 'SIGNED_OUT' | 'NO_HOST'
  /** False where the browser keeps nothing for us: what is scanned without a network would be lost. */
  readonly keeps: boolean
  readonly queued: number
  readonly roster: Roster | null
  readonly answer: ShownAnswer | null
  readonly conflicts: readonly Conflict[]
  /** How many queued scans the server has taken as check-ins since the page was opened. */
  readonly arrivedLate: number
  /** The latest first; without a network those of this device are added to what was read last. */
  readonly arrivals: readonly Arrival[]
}

export const FIRST_STATE: ScannerState = {
  network: 'ONLINE',
  standing: 'HOST',
  keeps: true,
  queued: 0,
  roster: null,
  answer: null,
  conflicts: [],
  arrivedLate: 0,
  arrivals: [],
}
