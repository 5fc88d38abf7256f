/** Pairs that may be made, in columns: all arrays have `count` entries, and no pair stands in them twice. */
export interface Edges {
  readonly count: number
  /** One person of each pair, by place. */
  readonly a: Int32Array
  /** The other one; `a < b`. */
  readonly b: Int32Array
  /** What the pair is worth, above 0; of equal ones that which stands first is preferred. */
  readonly weight: Float64Array
  /** 1: a pair for the place of the unexpected, 0: one of affinity. */
  readonly unexpected: Uint8Array
  /** 1: the pair stands now. */
  readonly standing: Uint8Array
}

/** Who may be paired with whom, and how often. */
export interface AssignProblem {
  /** Number of people; they are known by their places, from 0. */
  readonly size: number
  readonly edges: Edges
  /** How many partners each person gets at most, 0 to 254. */
  readonly places: Uint8Array
  /** How many of these may be partners of unexpected pairs: 0 or 1. */
  readonly unexpectedPlaces: Uint8Array
  /** So much more a standing pair counts than it is worth: what a pair given up costs, in weight. */
  readonly incumbencyBonus: number
}
