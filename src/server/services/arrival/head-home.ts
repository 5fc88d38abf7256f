import { inTransaction, type Db } from '@/server/db/client'
import { announce } from '@/server/live/publish'
import { releaseSeatsOfLeaver } from '../circle/release-seats'
import { tellPages, tellPeople } from '../meeting/tell-people'

interface Asked {
  readonly eventId: string
  readonly viewerId: string
  readonly now: Date
}

/**
 * 'I'm heading home': from now on the viewer is in nobody's list and not counted as there, and has no
 * seat at a circle that has not begun. What they met and noted stays theirs. A repeat keeps the first time.
 */
export async function headHome(db: Db, { eventId, viewerId, now }: Asked): Promise<void> {
  const atTables = await inTransaction(db, async (tx) => {
    const { count } = await tx.checkIn.updateMany({
      where: { eventId, userId: viewerId, leftAt: null },
      data: { leftAt: now },
    })
    return count > 0 ? releaseSeatsOfLeaver(tx, { eventId, userId: viewerId, now }) : null
  })
  if (!atTables) return
  await tellPages(db, eventId, atTables)
  await tellRoom(db, eventId, viewerId)
}

/** 'I'm still here' takes it back, as checking in once more does, but for a seat that was given up. */
export async function stayOn(db: Db, { eventId, viewerId, now }: Asked): Promise<void> {
  const { count } = await db.checkIn.updateMany({
    where: { eventId, userId: viewerId, leftAt: { not: null } },
    data: { leftAt: null, returnedAt: now },
  })
  if (count > 0) await tellRoom(db, eventId, viewerId)
}

/** Their own page changes at once, and places of others' lists have become free, or are asked for. */
async function tellRoom(db: Db, eventId: string, viewerId: string): Promise<void> {
  await tellPeople(db, eventId, [viewerId])
  announce(db, eventId)
}
