/** Everything about circles that is a choice rather than a rule. */
export interface CircleSettings {
  /** A circle with fewer seats is none: this many strangers at least must have chosen its topic. */
  readonly leastSeats: number
  /** Around more than this many people a conversation falls apart into two. */
  readonly mostSeats: number
  /** How many are invited for each seat, since not everybody comes; more than `leastSeats` in all. */
  readonly invitationsPerSeat: number
  /** How many topics are proposed at most. */
  readonly mostProposals: number
  /** From this visit on a person is a regular. */
  readonly regularFrom: number
}

export const defaultCircleSettings: CircleSettings = {
  leastSeats: 4,
  mostSeats: 6,
  invitationsPerSeat: 1.5,
  mostProposals: 5,
  regularFrom: 3,
}
