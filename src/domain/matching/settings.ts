/** Everything about the matching that is a choice rather than a rule. */
export interface MatchingSettings {
  /** How many people each person is shown, where the room allows. */
  readonly listLength: number
  /** To how many people one person may be shown, one-way suggestions included. */
  readonly maxExposure: number
  /** One-way suggestions fill a list up to this many; at most `listLength`. */
  readonly fillTo: number
  /** Only this many best candidates of each person are considered before the fill. */
  readonly candidatesPerPerson: number
  /** Share of shared interests in what a person gets out of a meeting. The three shares add up to 1. */
  readonly interestWeight: number
  /** Share of the other's offer answering one's ask. */
  readonly receiveWeight: number
  /** Share of one's offer answering the other's ask. */
  readonly giveWeight: number
  /** An ask and an offer less alike than this (cosine, 0 to 1) count as unrelated. */
  readonly leastTextMatch: number
  /** How much more two count who share something and differ otherwise: 0.1 is up to a tenth more. */
  readonly unlikenessBonus: number
  /** How much more a newcomer and a regular count together. */
  readonly newcomerBonus: number
  /** From this visit on a person is a regular. */
  readonly regularFrom: number
  /** How many places of a regular's list are set aside for newcomers. */
  readonly newcomersPerRegular: number
}

export const defaultSettings: MatchingSettings = {
  listLength: 4,
  maxExposure: 8,
  fillTo: 3,
  candidatesPerPerson: 40,
  interestWeight: 0.5,
  receiveWeight: 0.3,
  giveWeight: 0.2,
  leastTextMatch: 0.12,
  unlikenessBonus: 0.05,
  newcomerBonus: 0.05,
  regularFrom: 3,
  newcomersPerRegular: 2,
}
