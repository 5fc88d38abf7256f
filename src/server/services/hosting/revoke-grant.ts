import { DomainError } from '@/domain/errors'
import { inTransaction, type Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { publish } from '@/server/live/publish'
import { textOf, type Locale } from '@/text/translator'

/**
 * Takes a host's night, or an invitation that nobody has taken, back: their next request is refused, and
 * a door screen that is open on their device is closed now. A repeat changes nothing.
 * @throws DomainError NOT_FOUND for a grant of another event.
 */
export async function revokeGrant(
  db: Db,
  asked: { eventId: string; grantId: string; userId: string; now: Date; locale: Locale },
): Promise<void> {
  const { eventId, grantId, now } = asked
  await inTransaction(db, async (tx) => {
    const mine = { id: grantId, event: { id: eventId, ...eventsWhereMay('inviteHosts', asked.userId, now) } }
    if ((await tx.doorGrant.count({ where: mine })) === 0) {
      throw new DomainError('NOT_FOUND', textOf(asked.locale, 'errors')('notFound'))
    }
    const { count } = await tx.doorGrant.updateMany({ where: { ...mine, revokedAt: null }, data: { revokedAt: now } })
    // Open screens look again at what they may show whenever the count may have changed.
    if (count > 0) await publish(tx, { topic: 'arrivals', eventId })
  })
}
