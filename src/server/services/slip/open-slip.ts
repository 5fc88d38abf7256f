import type { PrismaClient } from '@/generated/prisma/client'
import { findSlip, runningEvent, type SlipAsked } from './find-slip'

/**
 * What a slip's page shows: whose evening it is, and what its holder can do with it now. Looking changes
 * nothing.
 */
export async function openSlip(db: PrismaClient, asked: SlipAsked & { readonly viewerId: string | null }) {
  const { now, viewerId } = asked
  const guest = await findSlip(db, asked)
  const running = runningEvent(guest, now)
  const taken = (await db.session.count({ where: { userId: guest.id, expires: { gt: now } } })) > 0
  return {
    name: guest.name,
    visits: guest.checkIns.map(({ at, event }) => ({ at, eventName: event.name, timeZone: event.timeZone })),
    eveningId: running?.id ?? null,
    /** The one who looks is signed in as this guest. */
    self: viewerId === guest.id,
    /** This phone may be the guest's for the rest of the evening. */
    usable: viewerId === null && running !== null && !taken,
  }
}
