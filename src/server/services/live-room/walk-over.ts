import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { publish } from '@/server/live/publish'
import { notBlocked } from '@/server/services/meeting/at-event'
import { presentAt } from '@/server/services/suggestion/on-the-list'
import { textOf, type Locale } from '@/text/translator'

interface Given {
  readonly eventId: string
  readonly viewerId: string
  readonly personId: string
  /** False takes it back. */
  readonly walked: boolean
  readonly now: Date
  readonly locale: Locale
}

/**
 * 'I walked over': a host has said hello to a newcomer, who is put aside for a while on every host's page.
 * It is no meeting, and the newcomer is not told.
 * @throws DomainError NOT_FOUND for somebody who is not there, not new, or not shown to this host.
 */
export async function walkOver(db: Db, { eventId, viewerId, personId, walked, now, locale }: Given): Promise<void> {
  const { count } = await db.checkIn.updateMany({
    where: {
      eventId,
      event: eventsWhereMay('watchRoom', viewerId, now),
      visitNumber: 1,
      leftAt: null,
      user: { id: personId, ...presentAt(eventId), ...notBlocked(viewerId) },
    },
    data: { greetedAt: walked ? now : null },
  })
  if (count === 0) throw new DomainError('NOT_FOUND', textOf(locale, 'liveRoom')('notThere'))
  await publish(db, { topic: 'hosts', eventId })
}
