import type { Db } from '@/server/db/client'
import { tellGuests } from '../rsvp/tell-guests'

/**
 * Takes an event whose row is locked out of its series: deletes it where nobody ever said that they come, came
 * or was given its door, else calls it off and tells those who are going or wait. One that is called off
 * already tells nobody again.
 */
export async function dropEvent(tx: Db, eventId: string, now: Date): Promise<{ gone: boolean; told: number }> {
  const nobody = { rsvps: { none: {} }, checkIns: { none: {} }, undoneCheckIns: { none: {} }, doorGrants: { none: {} } }
  const { count: gone } = await tx.event.deleteMany({ where: { id: eventId, ...nobody } })
  if (gone > 0) return { gone: true, told: 0 }
  const { count } = await tx.event.updateMany({
    where: { id: eventId, status: 'SCHEDULED' },
    data: { status: 'CANCELLED', sequence: { increment: 1 }, changedAt: now },
  })
  return { gone: false, told: count === 0 ? 0 : await tellGuests(tx, { eventId, what: 'CANCELLED' }, now) }
}
