import { idsOfPairKey, pairKey } from '../../../src/domain/matching/pair-key'
import type { ShownBefore } from '../../../src/domain/matching/types'
import type { Shown } from '../matching/measures'
import { assumed } from './assumptions'
import type { Agent, Community } from './community'
import type { Acquaintance, Talk } from './evening'

/** What people know, and what of it the application knows. */
export interface Memory {
  readonly acquaintance: Acquaintance
  /** Whom somebody has met, as far as the application knows. */
  recordedFor(id: string): ReadonlySet<string>
  /** Ids of the season's evenings that somebody attended. */
  attendedBy(id: string): readonly string[]
  /** Whether the reader was shown the other on an earlier evening. */
  wasShown(userId: string, otherId: string): boolean
  /** Of these people, those shown to one another on earlier evenings who have not met, as far as is known. */
  shownBefore(ids: ReadonlySet<string>, evening: number): readonly ShownBefore[]
  /** Readers who are shown somebody they know may say so. */
  sayKnown(suggestions: readonly Shown[], evening: number): void
  /** Takes in what an evening came to. */
  remember(present: readonly Agent[], suggestions: readonly Shown[], talks: readonly Talk[], evening: number): void
}

/** The memory of a community before its season. */
export function memoryOf({ acquainted, chance }: Community): Memory {
  const known = symmetricSets()
  const recorded = symmetricSets()
  const attended = new Map<string, string[]>()
  const shown = new Set<string>()
  const lastShown = new Map<string, number>()
  const record = (a: string, b: string, share: number, ...when: readonly (string | number)[]) => {
    if (chance('records', pairKey(a, b), ...when) < share) recorded.add(a, b)
  }
  for (const key of acquainted) {
    const [a, b] = idsOfPairKey(key) ?? []
    if (a === undefined || b === undefined) continue
    known.add(a, b)
    record(a, b, assumed('recordsBefore'))
  }
  return {
    acquaintance: known,
    recordedFor: (id) => recorded.of(id),
    attendedBy: (id) => attended.get(id) ?? [],
    wasShown: (userId, otherId) => shown.has(keyOf({ userId, otherId })),
    shownBefore: (ids, evening) =>
      [...lastShown].flatMap(([key, last]) => {
        const [a, b] = idsOfPairKey(key) ?? []
        if (a === undefined || b === undefined || !ids.has(a) || !ids.has(b) || recorded.knows(a, b)) return []
        return [{ a, b, eventsAgo: evening - last }]
      }),
    sayKnown(suggestions, evening) {
      for (const { userId, otherId } of suggestions) {
        if (known.knows(userId, otherId)) record(userId, otherId, assumed('saysKnown'), userId, evening)
      }
    },
    remember(present, suggestions, talks, evening) {
      for (const { person } of present) {
        attended.set(person.id, [...(attended.get(person.id) ?? []), `evening-${String(evening + 1)}`])
      }
      const tonight = new Set(suggestions.map(({ userId, otherId }) => pairKey(userId, otherId)))
      for (const { from, to, meeting } of talks) {
        const prompted = tonight.has(pairKey(from, to))
        if (meeting) record(from, to, assumed(prompted ? 'recordsSuggested' : 'recordsByChance'), evening)
      }
      for (const suggestion of suggestions) {
        shown.add(keyOf(suggestion))
        lastShown.set(pairKey(suggestion.userId, suggestion.otherId), evening)
      }
    },
  }
}

/** A suggestion has a direction. */
function keyOf({ userId, otherId }: Shown): string {
  return `${userId}>${otherId}`
}

/** For each id the ids that it goes together with, both ways. */
function symmetricSets(): Acquaintance {
  const sets = new Map<string, Set<string>>()
  const setOf = (id: string) => {
    const own = sets.get(id) ?? new Set<string>()
    sets.set(id, own)
    return own
  }
  return {
    knows: (a, b) => sets.get(a)?.has(b) === true,
    of: setOf,
    add(a, b) {
      setOf(a).add(b)
      setOf(b).add(a)
    },
  }
}
