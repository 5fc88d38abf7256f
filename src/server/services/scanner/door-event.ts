import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { textOf, type Locale } from '@/text/translator'

/** The longest name, in code points. */
export const NAME_MAX = 200

/** Who stands at which door, and when: what every service of the scanner takes. */
export interface AtDoor {
  readonly eventId: string
  readonly hostId: string
  readonly now: Date
  readonly locale: Locale
}

/** An event as its door needs it. */
export type DoorEvent = Awaited<ReturnType<typeof findDoorEvent>>

/** What is done at a door, each in hours of its own. */
type DoorAction = 'letIn' | 'readNames' | 'mendArrivals'

/** The event at whose door this host may do this now. @throws DomainError NOT_FOUND for everybody else. */
export async function findDoorEvent(db: Db, { eventId, hostId, now, locale }: AtDoor, action: DoorAction) {
  const event = await db.event.findFirst({
    where: { id: eventId, ...eventsWhereMay(action, hostId, now) },
    select: {
      id: true,
      communityId: true,
      name: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      status: true,
      rsvpMode: true,
    },
  })
  if (!event) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  return event
}
