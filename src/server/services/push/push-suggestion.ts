import { isOver } from '@/domain/meeting/meeting-time'
import { inTransaction, type Db } from '@/server/db/client'
import { STANDING, stillToMeet } from '../suggestion/on-the-list'
import { queueMessages } from './queue-push'

interface Asked {
  readonly eventId: string
  readonly userId: string
  readonly now: Date
}

/** Whether this person is checked in, has not gone home, and the evening goes on. */
export async function isThere(db: Db, { eventId, userId, now }: Asked): Promise<boolean> {
  const checkIn = await db.checkIn.findUnique({
    where: { eventId_userId: { eventId, userId }, leftAt: null },
    select: { event: { select: { endsAt: true, status: true } } },
  })
  return checkIn !== null && checkIn.event.status !== 'CANCELLED' && !isOver(checkIn.event, now)
}

/** Whether there is somebody on the list of this person, who is there, whom they have not had before them. */
export async function hasUnseen(db: Db, asked: Asked): Promise<boolean> {
  const { eventId, userId } = asked
  if (!(await isThere(db, asked)) || (await db.profile.count({ where: { userId, visible: false } })) > 0) return false
  const other = stillToMeet(userId, eventId)
  return (await db.suggestion.count({ where: { eventId, userId, shownAt: null, ...STANDING, other } })) > 0
}

/**
 * 'Your suggestion arrived', to every browser of this person, once an evening: the mark on their check-in is
 * set in the transaction that queues the messages. Who has seen all there is gets none, and may get one later.
 */
export function pushSuggestion(db: Db, asked: Asked): Promise<void> {
  const { eventId, userId, now } = asked
  return inTransaction(db, async (tx) => {
    if (!(await hasUnseen(tx, asked))) return
    const { count } = await tx.checkIn.updateMany({
      where: { eventId, userId, pushedAt: null, leftAt: null },
      data: { pushedAt: now },
    })
    if (count > 0) await queueMessages(tx, { userId, about: { kind: 'SUGGESTION', eventId }, key: eventId, now })
  })
}
