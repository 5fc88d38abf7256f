import { TAKEAWAYS_AN_EVENT, takesTakeaways } from '@/domain/update/update-rules'
import type { Db } from '@/server/db/client'
import { updatesFor, type UpdateShown } from './updates-for'

/** As many of an evening are read at once, the newest first. */
const MOST = 50

/**
 * What others took away from an evening, as this person may read it: both stand as checked in, the author
 * shows themself, and there is neither block nor mute. The newest first; marks nothing as shown.
 */
export function takeawaysOf(
  db: Db,
  asked: { readonly eventId: string; readonly userId: string; readonly limit?: number; readonly unshown?: boolean },
): Promise<UpdateShown[]> {
  return updatesFor(db, { limit: MOST, ...asked })
}

/** The viewer's part in it. */
export interface OwnTakeaways {
  readonly mine: readonly { readonly updateId: string; readonly text: string }[]
  /** OPEN: they can write one. HIDDEN: nobody would see it. */
  readonly writing: 'OPEN' | 'HIDDEN' | 'FULL' | 'OVER'
}

interface Asked {
  readonly event: { readonly id: string; readonly endsAt: Date; readonly status: string }
  readonly userId: string
  readonly now: Date
}

/** What the viewer took away, and whether they can add to it. */
export async function ownTakeaways(db: Db, { event, userId, now }: Asked): Promise<OwnTakeaways> {
  const [mine, hidden] = await Promise.all([
    db.update.findMany({
      where: { userId, eventId: event.id },
      orderBy: [{ at: 'desc' }, { id: 'asc' }],
      select: { id: true, text: true },
    }),
    db.profile.count({ where: { userId, visible: false } }),
  ])
  const writing = !takesTakeaways(event, now)
    ? 'OVER'
    : hidden > 0
      ? 'HIDDEN'
      : mine.length >= TAKEAWAYS_AN_EVENT
        ? 'FULL'
        : 'OPEN'
  return { mine: mine.map(({ id, text }) => ({ updateId: id, text })), writing }
}
