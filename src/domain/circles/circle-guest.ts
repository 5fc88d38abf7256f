import type { Person } from '@/domain/matching/types'

/** Somebody who is present, wants to be seen and is free at the time in question. */
export interface CircleGuest extends Pick<Person, 'id' | 'interests' | 'met' | 'visitNumber'> {
  /** To how many circles of this evening they were invited, whatever they answered. */
  readonly invitations: number
  /** How many people they are suggested this evening. */
  readonly suggestions: number
}
