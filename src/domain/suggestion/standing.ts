import { pairKey } from '../matching/pair-key'
import type { Pair, PutAside, SuggestionKind } from '../matching/types'

/** What is written down about one suggestion: `userId` is its reader. */
export interface SuggestionRecord {
  readonly userId: string
  readonly otherId: string
  readonly kind: SuggestionKind
  readonly shownAt: Date | null
  readonly openedAt: Date | null
  readonly keptAt: Date | null
  readonly notTonightAt: Date | null
  readonly withdrawnAt: Date | null
}

/** Somebody who is present and wants to be seen. */
export interface Present {
  /** When they last changed what they say of themself. */
  readonly describedAt: Date | null
  /** When they last came back after heading home. */
  readonly returnedAt: Date | null
}

/** What an engine's run is to do with the suggestions that there are. */
export interface Sorted {
  /** These stay. */
  readonly kept: readonly Pair[]
  /** These stay unless something better is found. */
  readonly incumbents: readonly Pair[]
  /** Who said 'not tonight' of whom. */
  readonly putAside: readonly PutAside[]
}

/**
 * Whether its reader has read it and said nothing new of themself since: it then keeps its place, for
 * what somebody has read does not vanish. Who changes what they say asks for a new list.
 */
export function isRead(shownAt: Date | null, describedAt: Date | null): boolean {
  return shownAt !== null && (describedAt === null || shownAt > describedAt)
}

/** Whether it is in its reader's list: not put aside and not withdrawn. */
export function isStanding({ notTonightAt, withdrawnAt }: SuggestionRecord): boolean {
  return notTonightAt === null && withdrawnAt === null
}

/**
 * Sorts an event's suggestions for the next run of the engine. What was read, opened or kept by either
 * of the two, or has been answered by 'we met', stays. Of the rest everything stays while only free
 * places are filled, save what belongs to those who have just changed what they say; in a full solve it
 * counts a little more than what is new. So does what people had before they left and came back.
 */
export function sortSuggestions(given: {
  readonly rows: readonly SuggestionRecord[]
  readonly present: ReadonlyMap<string, Present>
  /** Keys of pairs of which one says that they met. */
  readonly proposed: ReadonlySet<string>
  /** Up to when everything that people did is reflected in the rows. */
  readonly suggestedAt: Date | null
  readonly full: boolean
}): Sorted {
  const { rows, present, proposed, suggestedAt, full } = given
  const keyOf = ({ userId, otherId }: SuggestionRecord) => pairKey(userId, otherId)
  const isNews = (at: Date | null) => at !== null && (suggestedAt === null || at > suggestedAt)
  const kept = new Map<string, Pair>()
  const incumbents = new Map<string, Pair>()
  const aside = new Set(rows.filter(({ notTonightAt }) => notTonightAt !== null).map(keyOf))
  const putAside: PutAside[] = []
  for (const row of rows) {
    const reader = present.get(row.userId)
    const other = present.get(row.otherId)
    if (!reader || !other) continue
    if (row.notTonightAt !== null) {
      putAside.push({ reader: row.userId, other: row.otherId })
      continue
    }
    const key = keyOf(row)
    // To the engine nothing has been said: what is left of the pair counts as much as any other.
    const pair = { a: row.userId, b: row.otherId, kind: aside.has(key) ? ('MUTUAL' as const) : row.kind }
    const isHeld =
      row.openedAt !== null || row.keptAt !== null || isRead(row.shownAt, reader.describedAt) || proposed.has(key)
    if (!isStanding(row)) {
      if (isNews(reader.returnedAt) || isNews(other.returnedAt)) incumbents.set(key, joined(incumbents.get(key), pair))
    } else if (isHeld || (!full && !isNews(reader.describedAt) && !isNews(other.describedAt))) {
      kept.set(key, joined(kept.get(key), pair))
    } else if (!isNews(reader.describedAt) && !isNews(other.describedAt)) {
      incumbents.set(key, joined(incumbents.get(key), pair))
    }
  }
  return {
    kept: [...kept.values()],
    incumbents: [...incumbents].flatMap(([key, pair]) => (kept.has(key) ? [] : [pair])),
    putAside,
  }
}

/** Two rows about the same two are each other's answer, whatever each was when it was written. */
function joined(known: Pair | undefined, pair: Pair): Pair {
  return known === undefined ? pair : { ...pair, kind: 'MUTUAL' }
}
