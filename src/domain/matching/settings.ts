/** Everything about the matching that is a choice rather than a rule. */
export interface MatchingSettings {
  /** How many people each person is shown, where the room allows. */
  readonly listLength: number
  /** A list may grow to this many when somebody arrives: rather one more than one that vanishes. */
  readonly longestList: number
  /** To how many people one person may be shown, one-way suggestions included. */
  readonly maxExposure: number
  /** People of whom nothing speaks for each other fill a list up to this many, mutual or one-way; at most `listLength`. */
  readonly fillTo: number
  /** Only this many best candidates of each person are considered before the fill. More than 16 gain nothing. */
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
  /**
   * Half-saturation of interests and affiliations: the smaller, the more the first thing in common
   * counts, and the less each further one. Above 0.
   */
  readonly halfSaturation: number
  /** How much of a full context earlier evenings in common can be, however many: 0 to 1. */
  readonly eveningsShare: number
  /** After so many evenings in common they count half of that. */
  readonly eveningsHalf: number
  /** How much of a full context people both have met can be, at best: 0 to 1. */
  readonly acquaintancesShare: number
  /** So many people in common are best. */
  readonly acquaintancesPeak: number
  /** What very many people in common count of what the best number counts: 0 to 1. */
  readonly acquaintancesMany: number

  /** A match of two texts below this (calibrated, 0 to 1) counts as none. */
  readonly leastTextMatch: number
  /** How much more two count whose interests lie in other fields: 0.1 is up to a tenth more; below 0 less. */
  readonly unlikenessBonus: number
  /** One shared interest is rare enough for somebody unexpected from this `rareness` on: 0 to 1. */
  readonly unexpectedRareness: number
  /** And two people unlike enough otherwise, by this share of fields that only one of both has: 0 to 1. */
  readonly unexpectedUnlike: number
  /** Fields are other ones from this share on that only one of both has: 0 to 1. */
  readonly unexpectedApart: number
  /** Nobody is unexpected whose interests are more alike than this: 0 to 1. */
  readonly unexpectedMost: number
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
  /** What a standing suggestion that is given up costs when all are computed anew; a good pair weighs about 1. */
  readonly incumbencyBonus: number
}

export const defaultSettings: MatchingSettings = {
  listLength: 4,
  longestList: 5,
  maxExposure: 8,
  fillTo: 3,
  candidatesPerPerson: 16,
  commonShare: 0.02,
  unexpectedPlaces: 1,
  // A third each for what both like, what they can do for each other, and what they belong to: as long
  // as nothing is learned from outcomes, equal weights are hard to beat (R. Dawes, 'The robust beauty of
  // improper linear models', 1979). Receiving counts a little more than giving.
  interestWeight: 1 / 3,
  receiveWeight: 1 / 5,
  giveWeight: 2 / 15,
  contextWeight: 1 / 3,
  halfSaturation: 0.5,
  eveningsShare: 0.4,
  eveningsHalf: 3,
  acquaintancesShare: 0.5,
  acquaintancesPeak: 3,
  acquaintancesMany: 0.3,
  leastTextMatch: 0.12,
  unlikenessBonus: 0.1,
  unexpectedRareness: 0.6,
  unexpectedUnlike: 0.5,
  unexpectedApart: 0.75,
  unexpectedMost: 0.3,
  newcomerBonus: 0.05,
  regularFrom: 3,
  newcomersPerRegular: 2,
  staleLoss: 0.6,
  staleHalfLife: 3,
  incumbencyBonus: 0.5,
}
