/** Everything about the matching that is a choice rather than a rule. */
export interface MatchingSettings {
  /** How many people each person is shown, where the room allows. */
  readonly listLength: number
  /** A list may grow to this many when somebody arrives: rather one more than one that vanishes. */
  readonly longestList: number
  /** To how many people one person may be shown, one-way suggestions included. */
  readonly maxExposure: number
  /** One-way suggestions fill a list up to this many; at most `listLength`. */
  readonly fillTo: number
  /** Only this many best candidates of each person are considered before the fill. */
  readonly candidatesPerPerson: number
  /** What more than this share of a room has in common is weighed, but finds no candidates. From 0 to 1. */
  readonly commonShare: number
  /** How many places of a list are for somebody unexpected: one rare thing in common, otherwise unlike. */
  readonly unexpectedPlaces: number

  /** Share of shared interests in what a person gets out of a meeting. The four shares add up to 1. */
  readonly interestWeight: number
  /** Share of the other's offer answering one's ask. */
  readonly receiveWeight: number
  /** Share of one's offer answering the other's ask. */
  readonly giveWeight: number
  /** Share of what two belong to: evenings in common, city, organization, people both have met. */
  readonly contextWeight: number

  /** A match of two texts below this (calibrated, 0 to 1) counts as none. */
  readonly leastTextMatch: number
  /** How much more two count who share something and differ otherwise: 0.1 is up to a tenth more. */
  readonly unlikenessBonus: number
  /** How much more a newcomer and a regular count together. */
  readonly newcomerBonus: number
  /** From this visit on a person is a regular. */
  readonly regularFrom: number
  /** How many places of a regular's list are set aside for newcomers. */
  readonly newcomersPerRegular: number
  /** How much less a pair counts that was shown to one another at the last event and did not meet, 0 to 1. */
  readonly staleLoss: number
  /** After so many events that loss is half as large. */
  readonly staleHalfLife: number
  /** How much more a standing suggestion counts than a new one when all are computed anew. */
  readonly incumbencyBonus: number
}

export const defaultSettings: MatchingSettings = {
  listLength: 4,
  longestList: 5,
  maxExposure: 8,
  fillTo: 3,
  candidatesPerPerson: 40,
  commonShare: 0.06,
  unexpectedPlaces: 1,
  interestWeight: 0.45,
  receiveWeight: 0.25,
  giveWeight: 0.15,
  contextWeight: 0.15,
  leastTextMatch: 0.12,
  unlikenessBonus: 0.05,
  newcomerBonus: 0.05,
  regularFrom: 3,
  newcomersPerRegular: 2,
  staleLoss: 0.6,
  staleHalfLife: 3,
  incumbencyBonus: 0.1,
}
