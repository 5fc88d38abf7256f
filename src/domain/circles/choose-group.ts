import type { CircleGuest } from './circle-guest'
import type { Company } from './company'

/** A guest with the number under which a {@link Company} knows them. */
export interface Numbered {
  readonly guest: CircleGuest
  readonly number: number
}

interface Limits {
  readonly leastSeats: number
  readonly mostInvited: number
  readonly regularFrom: number
}

/** How many pairs are looked at for each of the people, in search of strangers, before it is given up. */
const LOOKS_EACH = 64

/**
 * Whom to invite, from people in the order in which they ought to be asked. The group holds, first,
 * `leastSeats` people of whom no two have met; then a regular, if none is among them and one fits; then
 * whoever has met nobody of it; then whoever has met one. Nobody in it has met more than one other, and
 * no two of it are apart. Of all groups of strangers the first one in the given order is taken, so
 * nobody is passed over for somebody who comes after them and fits no better.
 *
 * Finding strangers is finding a clique, so the search is bounded: at most 64 pairs for each of the people
 * are looked at (and the rest of a list once begun). Among people of whom most have not met it succeeds at
 * once, and for four seats and up to 16 people it is exact. Where some hundreds know almost everybody, four
 * strangers may be there and not be found.
 *
 * @returns in the order of choice; null when no `leastSeats` of them were found to be strangers to each other
 */
export function chooseGroup(inOrder: readonly Numbered[], company: Company, limits: Limits): CircleGuest[] | null {
  const search = { company, looksLeft: LOOKS_EACH * inOrder.length }
  const group = firstStrangers(inOrder, limits.leastSeats, search)
  if (!group) return null
  const isRegular = ({ guest }: Numbered) => guest.visitNumber >= limits.regularFrom
  if (!group.some(isRegular)) {
    const fitting = inOrder.filter((one) => isRegular(one) && acquaintances(one, group, company) <= 1)
    const regular = fitting.find((one) => acquaintances(one, group, company) === 0) ?? fitting[0]
    if (regular && group.length < limits.mostInvited) group.push(regular)
  }
  for (const mayKnow of [0, 1]) {
    for (const one of inOrder) {
      if (group.length >= limits.mostInvited) break
      if (!group.includes(one) && acquaintances(one, group, company) <= mayKnow) group.push(one)
    }
  }
  return group.map(({ guest }) => guest)
}

interface Search {
  readonly company: Company
  looksLeft: number
}

/** The first so many, in their order, of whom no two have met or are apart; null when none were found. */
function firstStrangers(inOrder: readonly Numbered[], size: number, search: Search): Numbered[] | null {
  if (size === 0) return []
  const { haveMet, areApart } = search.company
  for (const [place, first] of inOrder.entries()) {
    if (inOrder.length - place < size || search.looksLeft <= 0) return null
    if (size === 1) return [first]
    const later = inOrder.slice(place + 1)
    search.looksLeft -= later.length
    const others = later.filter(({ number }) => !haveMet(first.number, number) && !areApart(first.number, number))
    if (others.length < size - 1) continue
    const rest = firstStrangers(others, size - 1, search)
    if (rest) return [first, ...rest]
  }
  return null
}

/**
 * How many of the group this one has met: 0 or 1. Infinity for whoever must not join it: they are apart
 * from one of it, have met two, or have met one who knows another one already.
 */
function acquaintances({ number }: Numbered, group: readonly Numbered[], { haveMet, areApart }: Company): number {
  let known: number | null = null
  for (const other of group) {
    if (areApart(number, other.number)) return Infinity
    if (!haveMet(number, other.number)) continue
    if (known !== null) return Infinity
    known = other.number
  }
  if (known === null) return 0
  const acquaintance = known
  return group.some((other) => haveMet(acquaintance, other.number)) ? Infinity : 1
}
