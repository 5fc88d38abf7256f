import type { EventStatus } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { tellGuests } from '../rsvp/tell-guests'

/** Puts an event on again whose row is locked and whose day is no longer left out. @returns how many are told. */
export async function putBackOn(
  tx: Db,
  event: { readonly id: string; readonly status: EventStatus },
  now: Date,
): Promise<number> {
  if (event.status === 'SCHEDULED') return 0
  await tx.event.update({
    where: { id: event.id },
    data: { status: 'SCHEDULED', sequence: { increment: 1 }, changedAt: now },
  })
  return tellGuests(tx, { eventId: event.id, what: 'BACK_ON' }, now)
}
