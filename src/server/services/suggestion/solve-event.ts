import { suggest } from '@/domain/matching/suggest'
import { keepOrder } from '@/domain/suggestion/keep-order'
import { isSolveDue } from '@/domain/suggestion/solve-time'
import { isRead, isStanding, sortSuggestions, type Present } from '@/domain/suggestion/standing'
import type { Prisma } from '@/generated/prisma/client'
import { queueSuggestionPush } from '../push/queue-push'
import { loadBlocked, loadProposed, loadShownBefore } from './load-pairs'
import { loadRoom } from './load-room'
import { loadStanding } from './load-standing'
import { readWithVectors } from './read-texts'
import { writeDifference } from './write-difference'

interface Solving {
  readonly eventId: string
  readonly suggestedAt: Date | null
  readonly solvedAt: Date | null
  readonly now: Date
}

/**
 * Brings an event's suggestions up to date, under the lock that its caller holds: free places are filled
 * at once, and when that is due all are computed anew (see {@link isSolveDue}).
 * @returns the ids of those whose lists read differently now.
 */
export async function solveEvent(tx: Prisma.TransactionClient, solving: Solving): Promise<string[]> {
  const { eventId, suggestedAt, now } = solving
  const full = isSolveDue({ ...solving, arrivedSince: await countArrivals(tx, solving) })
  const { people, present } = await loadRoom(tx, eventId)
  const rows = await loadStanding(tx, eventId)
  const proposed = await loadProposed(tx, eventId)
  const { kept, incumbents, putAside } = sortSuggestions({ rows, present, proposed, suggestedAt, full })
  const computed = suggest({
    people,
    excluded: await loadBlocked(tx, eventId),
    kept,
    incumbents,
    putAside,
    onlySeat: !full,
    shownBefore: await loadShownBefore(tx, eventId),
    read: readWithVectors,
  })
  const standing = new Map(rows.filter(isStanding).map((row) => [keyOf(row), row]))
  const read = new Map([...standing].filter(([, row]) => isRead(row.shownAt, present.get(row.userId)?.describedAt ?? null)))
  const ordered = keepOrder(computed, (one) => read.get(keyOf(one))?.rank ?? null)
  const isNews = newsSince(present, suggestedAt)
  const affected = await writeDifference(tx, {
    eventId,
    rows,
    computed: ordered,
    questionStays: ({ userId, otherId }) => read.has(keyOf({ userId, otherId })) && !isNews(userId) && !isNews(otherId),
    now,
  })
  await tx.event.update({ where: { id: eventId }, data: full ? { suggestedAt: now, solvedAt: now } : { suggestedAt: now } })
  await queueSuggestionPush(tx, { eventId, userIds: affected })
  return affected
}

function countArrivals(tx: Prisma.TransactionClient, { eventId, solvedAt }: Solving): Promise<number> {
  if (solvedAt === null) return Promise.resolve(0)
  const since = { gt: solvedAt }
  return tx.checkIn.count({ where: { eventId, OR: [{ at: since }, { recordedAt: since }, { returnedAt: since }] } })
}

const keyOf = ({ userId, otherId }: { readonly userId: string; readonly otherId: string }) => `${userId}|${otherId}`

/** Whether somebody has changed what they say since suggestions were last brought up to date. */
function newsSince(present: ReadonlyMap<string, Present>, suggestedAt: Date | null): (id: string) => boolean {
  return (id) => {
    const describedAt = present.get(id)?.describedAt ?? null
    return describedAt !== null && (suggestedAt === null || describedAt > suggestedAt)
  }
}
