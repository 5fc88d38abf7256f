import type { PrismaClient } from '@/generated/prisma/client'
import type { Viewer } from '@/server/auth/viewer'
import { ownSlip } from '@/server/lib/slip'
import { findSlip, runningEvent, type SlipAsked } from './find-slip'

interface Looking {
  readonly viewer: Pick<Viewer, 'userId' | 'sessionHash'> | null
  readonly secret: string
}

/**
 * What a slip's page shows: whose evening it is, and what its holder can do with it now. Looking changes
 * nothing.
 */
export async function openSlip(db: PrismaClient, asked: SlipAsked & Looking) {
  const { now, viewer, secret } = asked
  const guest = await findSlip(db, asked)
  const running = runningEvent(guest, now)
  const used = guest.slipUsedAt !== null || (await db.session.count({ where: { userId: guest.id } })) > 0
  const self = viewer?.userId === guest.id
  return {
    name: guest.name,
    visits: guest.checkIns.map(({ at, event }) => ({ at, eventName: event.name, timeZone: event.timeZone })),
    eveningId: running?.id ?? null,
    /** The one who looks is signed in as this guest. */
    self,
    /** Whom it belongs to: a slip by itself proves nothing for whoever gave an address, or has used it. */
    keepBy: guest.doorEmail !== null ? ('ADDRESS' as const) : used ? ('PHONE' as const) : ('SLIP' as const),
    /** Taken along to sign in by the phone that is in use as this guest. */
    own: self ? ownSlip(secret, guest.id, viewer.sessionHash) : null,
    /** This phone may be the guest's for the rest of the evening. */
    usable: viewer === null && running !== null && !used,
  }
}
