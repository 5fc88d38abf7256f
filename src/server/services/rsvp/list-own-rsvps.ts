import type { Db } from '@/server/db/client'
import { ticketOf } from '@/server/lib/ticket'
import { placeInLine } from './find-rsvp'

/** What this person said about each of these events, by the event's id; those they do not come to are absent. */
export async function listOwnRsvps(
  db: Db,
  { userId, eventIds, secret }: { readonly userId: string; readonly eventIds: readonly string[]; readonly secret: string },
) {
  const rows = await db.rsvp.findMany({
    where: { userId, eventId: { in: [...eventIds] }, state: { in: ['GOING', 'WAITLISTED'] } },
    select: { id: true, eventId: true, state: true, turn: true, confirmBy: true },
  })
  const own = rows.map(async ({ id, eventId, state, turn, confirmBy }) => {
    const place = state === 'WAITLISTED' ? await placeInLine(db, eventId, turn) : null
    return [eventId, { place, confirmBy, ticketPath: `/t/${ticketOf(secret, id)}` }] as const
  })
  return new Map(await Promise.all(own))
}
