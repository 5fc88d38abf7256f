import type { EventStatus } from '@/generated/prisma/enums'
import type { Db } from '@/server/db/client'

/** What RSVPs need to know of their event. */
export interface LockedEvent {
  readonly id: string
  readonly communityId: string
  readonly status: EventStatus
  readonly startsAt: Date
  readonly endsAt: Date
  readonly capacity: number | null
  /** How many others one RSVP may bring. */
  readonly plusOnes: number
}

/**
 * Takes the row of the event until the transaction ends, so that whoever changes who is going does so one
 * after the other: places are counted and given under it. `NO KEY`, since check-ins refer to this row and
 * must not wait for it. Null for an event that there is not.
 */
export async function lockEvent(tx: Db, eventId: string): Promise<LockedEvent | null> {
  const [event] = await tx.$queryRaw<LockedEvent[]>`
    SELECT id, "communityId", status, "startsAt", "endsAt", capacity, "plusOnes"
    FROM event WHERE id = ${eventId} FOR NO KEY UPDATE`
  return event ?? null
}
