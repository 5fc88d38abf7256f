import { defaultSettings } from '@/domain/matching/settings'
import { isOver } from '@/domain/meeting/meeting-time'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { publish } from '@/server/live/publish'
import { noSuchMeeting, type AtEvent } from '@/server/services/meeting/at-event'
import { solveEvent } from './solve-event'
import { lockSuggestions, REFRESH_TIMEOUT_MS } from './suggestion-lock'

type OnePerson = AtEvent & { readonly personId: string }

/**
 * 'Not tonight': the two are suggested to each other no more at this event, and the viewer gets somebody
 * else at once if there is anybody. The other is told nothing: a card that they have not read yet is gone
 * like any that another replaces; one that they have read stays as it is. A repeat changes nothing.
 * @throws DomainError NOT_FOUND for somebody who was not suggested to the viewer here, or when it is over.
 */
export function putAside(db: PrismaClient, asked: OnePerson): Promise<void> {
  const { event, viewerId, personId, now } = asked
  return changeAndSolve(db, asked, async (tx, row) => {
    if (row.notTonightAt !== null) return false
    await tx.suggestion.update({
      where: { id: row.id },
      data: { notTonightAt: now, keptAt: null, shownAt: row.shownAt ?? now },
    })
    await tx.suggestion.deleteMany({
      where: { eventId: event.id, userId: personId, otherId: viewerId, shownAt: null },
    })
    return true
  })
}

/**
 * Takes 'not tonight' back: the suggestion stands again where it stood.
 * @throws DomainError NOT_FOUND as {@link putAside}.
 */
export function bringBack(db: PrismaClient, asked: OnePerson): Promise<void> {
  return changeAndSolve(db, asked, async (tx, row) => {
    if (row.notTonightAt === null) return false
    await tx.suggestion.update({ where: { id: row.id }, data: { notTonightAt: null, withdrawnAt: null } })
    return true
  })
}

/** Whether the viewer put this person aside here, wherever the other is and whatever they think of it. */
export async function isPutAside(db: PrismaClient, { event, viewerId, personId }: OnePerson): Promise<boolean> {
  const rows = await db.suggestion.count({
    where: { eventId: event.id, userId: viewerId, otherId: personId, notTonightAt: { not: null } },
  })
  return rows > 0
}

interface OwnRow {
  readonly id: string
  readonly shownAt: Date | null
  readonly notTonightAt: Date | null
}

/** Both under the lock of a refresh: neither overwrites the other, and none waits for rows in another order. */
async function changeAndSolve(
  db: PrismaClient,
  { event, viewerId, personId, now, locale }: OnePerson,
  change: (tx: Prisma.TransactionClient, row: OwnRow) => Promise<boolean>,
): Promise<void> {
  if (isOver(event, now)) throw noSuchMeeting(locale)
  const eventId = event.id
  const changed = await db.$transaction(
    async (tx) => {
      await lockSuggestions(tx, eventId, { wait: true })
      const row = await tx.suggestion.findUnique({
        where: { eventId_userId_otherId: { eventId, userId: viewerId, otherId: personId } },
        select: { id: true, shownAt: true, notTonightAt: true },
      })
      if (!row) throw noSuchMeeting(locale)
      if (!(await change(tx, row))) return []
      const { suggestedAt, solvedAt } = await tx.event.findUniqueOrThrow({
        where: { id: eventId },
        select: { suggestedAt: true, solvedAt: true },
      })
      const at = suggestedAt && suggestedAt > now ? suggestedAt : now
      // Where everybody else has a full list, the viewer's is filled one-way.
      const settings = { fillTo: defaultSettings.listLength }
      return solveEvent(tx, { eventId, suggestedAt, solvedAt, now: at, settings })
    },
    { timeout: REFRESH_TIMEOUT_MS, maxWait: REFRESH_TIMEOUT_MS },
  )
  const userIds = [...new Set([...changed, viewerId])]
  await publish(db, { topic: 'people', eventId, userIds })
}
