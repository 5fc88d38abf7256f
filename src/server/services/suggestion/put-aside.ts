import { isOver } from '@/domain/meeting/meeting-time'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { announce, publish } from '@/server/live/publish'
import { noSuchMeeting, type AtEvent } from '@/server/services/meeting/at-event'
import { refreshSuggestions } from './refresh-suggestions'

type OnePerson = AtEvent & { readonly personId: string }

/**
 * 'Not tonight': the viewer is not shown this person any more at this event, and gets somebody else if
 * there is anybody. The other is told nothing, and their list is what it would be otherwise: the engine
 * knows of it only when it fills the viewer's own place. A repeat changes nothing.
 * @throws DomainError NOT_FOUND for somebody who was not suggested to the viewer here, or when it is over.
 */
export async function putAside(db: PrismaClient, asked: OnePerson): Promise<void> {
  const { now } = asked
  const row = await ownRow(db, asked)
  await change(db, asked, {
    where: { id: row.id, notTonightAt: null },
    data: { notTonightAt: now, keptAt: null, shownAt: row.shownAt ?? now },
  })
}

/**
 * Takes 'not tonight' back: the suggestion stands again where it stood.
 * @throws DomainError NOT_FOUND as {@link putAside}.
 */
export async function bringBack(db: PrismaClient, asked: OnePerson): Promise<void> {
  const row = await ownRow(db, asked)
  await change(db, asked, {
    where: { id: row.id, notTonightAt: { not: null } },
    data: { notTonightAt: null, withdrawnAt: null },
  })
}

/** Whether the viewer put this person aside here, wherever the other is and whatever they think of it. */
export async function isPutAside(db: PrismaClient, { event, viewerId, personId }: OnePerson): Promise<boolean> {
  const rows = await db.suggestion.count({
    where: { eventId: event.id, userId: viewerId, otherId: personId, notTonightAt: { not: null } },
  })
  return rows > 0
}

async function ownRow(db: PrismaClient, { event, viewerId, personId, now, locale }: OnePerson) {
  if (isOver(event, now)) throw noSuchMeeting(locale)
  const row = await db.suggestion.findUnique({
    where: { eventId_userId_otherId: { eventId: event.id, userId: viewerId, otherId: personId } },
    select: { id: true, shownAt: true },
  })
  if (!row) throw noSuchMeeting(locale)
  return row
}

/**
 * One row, and then the list, unless a refresh is at it: the next one then takes care of it. Nobody waits
 * for a whole room with a connection in hand.
 */
async function change(db: PrismaClient, { event, viewerId, now }: OnePerson, update: Prisma.SuggestionUpdateManyArgs): Promise<void> {
  const { count } = await db.suggestion.updateMany(update)
  if (count === 0) return
  if ((await refreshSuggestions(db, event.id, now, { wait: false })) === null) announce(db, event.id)
  await publish(db, { topic: 'people', eventId: event.id, userIds: [viewerId] })
}
