import type { Person } from '@/domain/matching/types'

/** Somebody who is present, wants to be seen and is free at the time in question. */
export interface CircleGuest extends Pick<Person, 'id' | 'interests' | 'met' | 'visitNumber'> {
  /** To how many circles of this evening they were invited, whatever they answered. */
  readonly invitations: number
  /** How many people they are suggested this evening. */
  readonly suggestions: number
}

/** What is known of any two guests. */
export interface Company {
  readonly haveMet: (a: CircleGuest, b: CircleGuest) => boolean
  /** They must not be brought together. */
  readonly areApart: (a: CircleGuest, b: CircleGuest) => boolean
}

interface Limits {
  readonly leastSeats: number
  readonly mostInvited: number
  readonly regularFrom: number
}

/**
 * Whom to invite, from people in the order in which they ought to be asked. The group holds, first,
 * `leastSeats` people of whom no two have met; then a regular, if none is among them and one fits; then
 * whoever has met nobody of it; then whoever has met one. Nobody in it has met more than one other, and
 * no two of it are apart. Of all groups of strangers the first one in the given order is taken, so
 * nobody is passed over for somebody who comes after them and fits no better.
 *
 * Finding it is exact and tries, at worst, every `leastSeats` people; among people of whom most have not
 * met it succeeds at once.
 *
 * @returns in the order of choice; null when no `leastSeats` of them are strangers to each other
 */
export function chooseGroup(inOrder: readonly CircleGuest[], company: Company, limits: Limits): CircleGuest[] | null {
  const group = firstStrangers(inOrder, company, limits.leastSeats)
  if (!group) return null
  const isRegular = ({ visitNumber }: CircleGuest) => visitNumber >= limits.regularFrom
  if (!group.some(isRegular)) {
    const fitting = inOrder.filter((guest) => isRegular(guest) && acquaintances(guest, group, company) <= 1)
    const regular = fitting.find((guest) => acquaintances(guest, group, company) === 0) ?? fitting[0]
    if (regular && group.length < limits.mostInvited) group.push(regular)
  }
  for (const mayKnow of [0, 1]) {
    for (const guest of inOrder) {
      if (group.length >= limits.mostInvited) return group
      if (!group.includes(guest) && acquaintances(guest, group, company) <= mayKnow) group.push(guest)
    }
  }
  return group
}

/** The first so many, in their order, of whom no two have met or are apart; null when there are none. */
function firstStrangers(inOrder: readonly CircleGuest[], company: Company, size: number): CircleGuest[] | null {
  if (size === 0) return []
  for (const [place, first] of inOrder.entries()) {
    const others = inOrder.slice(place + 1).filter((other) => !company.haveMet(first, other) && !company.areApart(first, other))
    if (others.length < size - 1) continue
    const rest = firstStrangers(others, company, size - 1)
    if (rest) return [first, ...rest]
  }
  return null
}

/**
 * How many of the group this guest has met: 0 or 1. Infinity for whoever must not join it: they are apart
 * from one of it, have met two, or have met one who knows another one already.
 */
function acquaintances(guest: CircleGuest, group: readonly CircleGuest[], { haveMet, areApart }: Company): number {
  if (group.some((other) => areApart(guest, other))) return Infinity
  const [known, second] = group.filter((other) => haveMet(guest, other))
  if (!known) return 0
  return second || group.some((other) => haveMet(known, other)) ? Infinity : 1
}
