import type { ReadText } from '../text/read-text'
import type { Person } from '../types'

/** Somebody in the room, prepared for comparison. */
export interface Member {
  readonly person: Person
  /** Place in `Room.members`. */
  readonly at: number
  readonly hash: number
  readonly isNew: boolean
  readonly isRegular: boolean
  readonly ask: ReadText
  readonly offer: ReadText
  /** The fields of interest, as bits. */
  readonly fields: number
}

/** Whether one is there for the first time and the other a regular. */
export function isWelcome(one: Member, other: Member): boolean {
  return (one.isNew && other.isRegular) || (one.isRegular && other.isNew)
}
