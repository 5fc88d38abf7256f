/** Whom one RSVP brings: the person and so many others. */
export interface Party {
  readonly plusOnes: number
}

/** Somebody on the waitlist. A lower turn is first. */
export interface WaitingParty extends Party {
  readonly id: string
  readonly turn: number
}

/** How the places of an event stand. */
export interface Places {
  /** How many there are; null: as many as come. */
  readonly capacity: number | null
  /** How many those who are going take, the others they bring included. */
  readonly taken: number
}

/** How many places a party takes, 1 or more. */
export function sizeOf({ plusOnes }: Party): number {
  return 1 + plusOnes
}

/** Places that nobody has, 0 or more; Infinity without a capacity. Fewer places than guests are none. */
export function freePlaces({ capacity, taken }: Places): number {
  return capacity === null ? Infinity : Math.max(0, capacity - taken)
}

/** Whether a party fits into the event at all, were nobody else there. */
export function fitsAtAll(party: Party, capacity: number | null): boolean {
  return capacity === null || sizeOf(party) <= capacity
}

/** How long before the start a free place no longer waits for a party that it does not fit, in milliseconds. */
export const OVERTAKING_BEFORE_MS = 24 * 60 * 60_000

/** Whether free places go past a party that they do not fit. */
export function mayOvertake(now: Date, startsAt: Date): boolean {
  return startsAt.getTime() - now.getTime() <= OVERTAKING_BEFORE_MS
}

/**
 * Who gets the free places. Strictly in order of turn: a party that does not fit yet waits, and all behind it
 * wait too, so that singles never crowd out three friends. From a day before the start (`overtaking`) a place
 * rather goes to the first whom it fits than stays empty. A party larger than the event holds nobody up.
 * @returns the parties, in order of turn; together they take no more than is free.
 */
export function chooseFromWaitlist<P extends WaitingParty>(
  places: Places,
  waiting: readonly P[],
  { overtaking }: { readonly overtaking: boolean },
): P[] {
  let free = freePlaces(places)
  const chosen: P[] = []
  for (const party of [...waiting].sort((a, b) => a.turn - b.turn)) {
    if (sizeOf(party) <= free) {
      chosen.push(party)
      free -= sizeOf(party)
    } else if (!overtaking && fitsAtAll(party, places.capacity)) break
  }
  return chosen
}
