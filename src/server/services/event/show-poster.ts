import { doorState } from '@/domain/check-in/door-code'
import { addressReach } from '@/domain/check-in/public-address'
import { mayDo, type Standing } from '@/domain/permissions'
import type { Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { lanUrl } from '@/server/lib/lan-address'
import { drawQr } from '@/server/lib/qr'
import { posterCode } from '../door/door-code'

interface Given {
  readonly eventId: string
  readonly userId: string
  readonly standings: readonly Standing[]
  readonly secret: string
  readonly publicUrl: string
  readonly now: Date
}

/**
 * The poster of an event, to be printed any time before it ends; `qr` is null where it has none, since its
 * code changes on a screen, it is over or called off. Null for a person who may not show this door.
 */
export async function showPoster(db: Db, { eventId, userId, standings, secret, publicUrl, now }: Given) {
  const event = await db.event.findFirst({
    where: { id: eventId, ...eventsWhereMay('showDoor', userId, now) },
    select: {
      name: true,
      venueName: true,
      startsAt: true,
      endsAt: true,
      status: true,
      timeZone: true,
      doorMode: true,
      posterVersion: true,
      community: { select: { name: true, slug: true } },
    },
  })
  if (!event) return null
  const { name, posterVersion, community, doorMode, ...facts } = event
  const door = doorState(event, now)
  const ahead = door === 'OPEN' || door === 'EARLY'
  const printed = doorMode === 'POSTER' && ahead
  return {
    ...facts,
    eventName: name,
    communityName: community.name,
    communitySlug: community.slug,
    door,
    doorMode,
    qr: printed ? drawQr(`${publicUrl}/c/${posterCode(secret, eventId, posterVersion)}`) : null,
    mayChoose: ahead && mayDo('editSeries', standings),
    publicUrl,
    reach: addressReach(publicUrl),
    betterUrl: lanUrl(),
  }
}
