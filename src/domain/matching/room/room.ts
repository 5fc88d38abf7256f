import type { MatchingSettings } from '../settings'
import type { ReadText } from '../text/read-text'
import type { Answers } from './answers'
import type { Evenings } from './evenings'
import type { Member } from './member'
import type { Relations } from './relations'
import type { TermIndex } from './term-index'

/** Everybody present, and what is known between them, by their places. */
export interface Room {
  readonly settings: MatchingSettings
  readonly read: (text: string) => ReadText
  /** In the order of their ids: what follows does not depend on the order of the input. Arrivals come last. */
  readonly members: Member[]
  readonly placeOf: Map<string, number>
  readonly interests: TermIndex
  readonly affiliations: TermIndex
  /** Whom people have met, here or not, as terms. */
  readonly acquaintances: TermIndex
  readonly evenings: Evenings
  /** Which offers answer which asks. */
  readonly answers: Answers
  readonly relations: Relations
}

/** Whether the two are never shown to each other. */
export function isExcluded({ relations }: Room, a: number, b: number): boolean {
  return a === b || (relations.never[a]?.includes(b) ?? false)
}
