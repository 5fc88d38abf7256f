/**
 * What a host's scanner and the server say to each other. The same words are used with a network and
 * without: offline a device keeps its scans and sends them later, and only the server's answer is a check-in.
 */

/** One person whom a scanner can name without a network. Hashes are sha256, in hex. */
export interface RosterPerson {
  readonly personId: string
  readonly name: string
  readonly passHash: string
  /** Of passes on badges that were printed for guests whom this person turned out to be. */
  readonly formerPassHashes: readonly string[]
  readonly ticketHash: string | null
  /** Of somebody whom a host once wrote down: the code on their slip. */
  readonly slipHash: string | null
  /** Of the event's id, a colon and the ticket's typed code. */
  readonly codeHash: string | null
  /** What tonight's visit is, or would be. */
  readonly visitNumber: number
  readonly rsvp: 'GOING' | 'WAITLISTED' | null
  readonly plusOnes: number
  /** When they came in, ISO 8601; null while they have not. */
  readonly inSince: string | null
}

/** Somebody found by name with a network: what the list has of them, without any code. */
export type FoundPerson = Omit<RosterPerson, 'passHash' | 'formerPassHashes' | 'ticketHash' | 'slipHash' | 'codeHash'>

/** The list a scanner keeps for one event, and wipes when it is over. */
export interface Roster {
  readonly eventId: string
  readonly eventName: string
  /** ISO 8601. */
  readonly startsAt: string
  readonly endsAt: string
  readonly timeZone: string
  readonly rsvpRequired: boolean
  readonly people: readonly RosterPerson[]
  /**
   * How many more are known here, whom only a search with a network finds: members who were not there in
   * the last 180 days, and whoever found no place among the {@link MOST_ROSTER}.
   */
  readonly leftOut: number
}

/** As many names as a phone searches while somebody waits. */
export const MOST_ROSTER = 5_000
/** As many scans as one upload takes; a longer queue is sent in parts. */
export const MOST_SCANS = 50

/** Whom a scan is about. */
export type ScanTarget =
  /**
   * What the camera read or a host typed, as it stands. What readScannedCode calls foreign need not be
   * sent: its answer is the same without a network.
   */
  | { readonly kind: 'CODE'; readonly text: string }
  /** Somebody found by name. */
  | { readonly kind: 'PERSON'; readonly personId: string }
  /** Somebody who is not known here; `email` is empty where none was given. */
  | { readonly kind: 'WALK_IN'; readonly name: string; readonly email: string }

/** One scan as it is sent. */
export interface Scan {
  /** Random, made on the device when it was scanned: a repeat counts once. */
  readonly nonce: string
  readonly target: ScanTarget
  /** How long ago it was scanned, by the device's own running clock, in milliseconds; 0 when sent at once. */
  readonly agoMs: number
  /** The host has been asked and lets them in all the same. */
  readonly letIn: boolean
}

/** Why a scan lets nobody in; the catalogue's namespace `scanner.refusals` has the sentences. */
export type ScanRefusal =
  | 'WIFI'
  | 'ADDRESS'
  | 'TEXT'
  | 'TOO_LONG'
  | 'OUR_PAGE'
  | 'UNKNOWN_PASS'
  | 'UNKNOWN_TICKET'
  | 'UNKNOWN_CODE'
  | 'UNKNOWN_PERSON'
  | 'OTHER_EVENT'
  | 'CANCELLED_TICKET'
  | 'UNDONE'
  | 'NONCE_USED'
  | 'NAME_MISSING'
  | 'EMAIL_IMPOSSIBLE'
  | 'EARLY'
  | 'OVER'
  | 'CANCELLED'

/** A person as the scanner shows them. */
export interface ScannedPerson {
  readonly personId: string
  readonly name: string
  readonly visitNumber: number
  readonly plusOnes: number
}

/** What the server answers to one scan. */
export type ScanAnswer = { readonly nonce: string } & (
  | {
      readonly outcome: 'IN'
      readonly person: ScannedPerson
      /** When they came in, ISO 8601. */
      readonly at: string
      /** What the walk-in's slip opens; null for everybody else. */
      readonly slipUrl: string | null
    }
  | { readonly outcome: 'ALREADY'; readonly person: ScannedPerson; readonly since: string }
  /** The host decides: sent again with `letIn`, the person is in. */
  | { readonly outcome: 'ASK'; readonly reason: 'NO_RSVP' | 'WAITLISTED'; readonly person: ScannedPerson }
  | { readonly outcome: 'REFUSED'; readonly reason: ScanRefusal; readonly message: string }
)
