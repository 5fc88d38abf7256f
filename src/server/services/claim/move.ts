/** One person's rows becoming another's. */
export interface Move {
  readonly from: string
  readonly to: string
}
