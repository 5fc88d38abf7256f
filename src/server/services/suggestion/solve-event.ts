import { pairKey } from '@/domain/matching/pair-key'
import { defaultSettings, type MatchingSettings } from '@/domain/matching/settings'
import { suggest } from '@/domain/matching/suggest'
import type { Person, Suggestion } from '@/domain/matching/types'
import { holdPlaces } from '@/domain/suggestion/hold-places'
import { keepOrder } from '@/domain/suggestion/keep-order'
import { isSolveDue } from '@/domain/suggestion/solve-time'
import { isRead, isStanding, sortSuggestions, type Present } from '@/domain/suggestion/standing'
import type { Prisma } from '@/generated/prisma/client'
import { loadBlocked, loadProposed, loadShownBefore } from './load-pairs'
import { loadRoom } from './load-room'
import { loadStanding, type StandingSuggestion } from './load-standing'
import { readWithVectors } from './read-texts'
import { writeDifference } from './write-difference'

interface Solving {
  readonly eventId: string
  readonly suggestedAt: Date | null
  readonly solvedAt: Date | null
  readonly now: Date
  /** Where this run of the engine differs from the default. */
  readonly settings?: Partial<MatchingSettings>
}

/**
 * Brings an event's suggestions up to date, under the lock that its caller holds: free places are filled
 * at once, and when that is due all are computed anew (see {@link isSolveDue}).
 * @returns the ids of those whose lists read differently now.
 */
export async function solveEvent(tx: Prisma.TransactionClient, solving: Solving): Promise<string[]> {
  const { eventId, suggestedAt, now, settings = {} } = solving
  const full = isSolveDue({ ...solving, arrivedSince: await countArrivals(tx, solving) })
  const { people, present } = await loadRoom(tx, eventId)
  const rows = await loadStanding(tx, eventId)
  const proposed = await loadProposed(tx, eventId)
  const { kept, incumbents, putAside, held } = sortSuggestions({ rows, present, proposed, suggestedAt, full })
  const met = new Set(people.flatMap((person) => person.met.map((other) => pairKey(person.id, other))))
  const blocked = await loadBlocked(tx, eventId)
  const computed = suggest({
    people,
    excluded: new Set([...blocked, ...putAside]),
    kept,
    incumbents,
    onlySeat: !full,
    shownBefore: await loadShownBefore(tx, eventId),
    read: readWithVectors,
    settings,
  })
  const stillHeld = held.filter((row) => {
    const key = pairKey(row.userId, row.otherId)
    return !blocked.has(key) && !met.has(key)
  })
  const standing = new Map(rows.filter(isStanding).map((row) => [keyOf(row), row]))
  const read = new Map([...standing].filter(([, row]) => isRead(row.shownAt, present.get(row.userId)?.describedAt ?? null)))
  const ordered = keepOrder(computed, (one) => read.get(keyOf(one))?.rank ?? null)
  const laid = holdPlaces(ordered, stillHeld, {
    isNew: (one) => !standing.has(keyOf(one)),
    listLength: defaultSettings.listLength,
  })
  const isNews = newsSince(present, suggestedAt)
  const affected = await writeDifference(tx, {
    eventId,
    rows,
    computed: [...laid, ...wordsOfHeld(stillHeld, people, isNews)],
    questionStays: ({ userId, otherId }) => read.has(keyOf({ userId, otherId })) && !isNews(userId) && !isNews(otherId),
    untouched: new Set(stillHeld.map(({ id }) => id)),
    now,
  })
  await tx.event.update({ where: { id: eventId }, data: full ? { suggestedAt: now, solvedAt: now } : { suggestedAt: now } })
  return affected
}

function countArrivals(tx: Prisma.TransactionClient, { eventId, solvedAt }: Solving): Promise<number> {
  if (solvedAt === null) return Promise.resolve(0)
  return tx.checkIn.count({ where: { eventId, OR: [{ at: { gt: solvedAt } }, { returnedAt: { gt: solvedAt } }] } })
}

const keyOf = ({ userId, otherId }: { readonly userId: string; readonly otherId: string }) => `${userId}|${otherId}`

/** Whether somebody has changed what they say since suggestions were last brought up to date. */
function newsSince(present: ReadonlyMap<string, Present>, suggestedAt: Date | null): (id: string) => boolean {
  return (id) => {
    const describedAt = present.get(id)?.describedAt ?? null
    return describedAt !== null && (suggestedAt === null || describedAt > suggestedAt)
  }
}

/** Reasons stay true: where one of the two has just changed what they say, held suggestions are put anew. */
function wordsOfHeld(
  held: readonly StandingSuggestion[],
  people: readonly Person[],
  isNews: (id: string) => boolean,
): Suggestion[] {
  return held
    .filter(({ userId, otherId }) => isNews(userId) || isNews(otherId))
    .flatMap(({ userId, otherId, rank, kind }) => {
      const two = people.filter(({ id }) => id === userId || id === otherId)
      const anew = suggest({ people: two, excluded: new Set(), kept: [{ a: userId, b: otherId }], read: readWithVectors })
      return anew.filter((one) => one.userId === userId).map((one) => ({ ...one, rank, kind }))
    })
}
