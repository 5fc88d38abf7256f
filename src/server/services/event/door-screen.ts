import { addressReach, type AddressReach } from '@/domain/check-in/public-address'
import {
  DOOR_OPENS_BEFORE_MS,
  doorState,
  nextStepAt,
  SHOWN_AFTER_STEP_MS,
  type DoorState,
} from '@/domain/check-in/door-code'
import type { DoorMode } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { lanUrl } from '@/server/lib/lan-address'
import { drawQr, type QrDrawing } from '@/server/lib/qr'
import { doorCode, posterCode } from '../door/door-code'

/** What the door screen shows at one moment. */
export interface DoorUpdate {
  readonly door: DoorState
  readonly mode: DoorMode
  /** The present code, what it opens, and its drawing; null while the door is not open. */
  readonly code: { readonly code: string; readonly url: string; readonly qr: QrDrawing } | null
  /** When the next code comes, in milliseconds from now; null where the code stays. */
  readonly nextCodeInMs: number | null
  /** How long from now a screen that hears nothing more may show the code, in milliseconds. */
  readonly shownForMs: number
  /** When the screen changes by the clock alone, in milliseconds from now. */
  readonly nextLookInMs: number
  readonly arrivals: number
}

/** The door screen: what stays, and the present moment. */
export interface DoorScreen extends DoorUpdate {
  readonly eventName: string
  readonly communityName: string
  readonly communitySlug: string
  readonly venueName: string
  readonly startsAt: Date
  /** How long before its start the door opens, in milliseconds. */
  readonly opensBeforeMs: number
  readonly timeZone: string
  readonly publicUrl: string
  readonly reach: AddressReach
  /** An address to set instead, for a screen whose own phones cannot open. */
  readonly betterUrl: string
}

interface Given {
  readonly eventId: string
  readonly userId: string
  readonly secret: string
  readonly publicUrl: string
  readonly now: Date
}

/**
 * The door screen of an event now; null when the person may not (or no longer) show it, which is asked
 * again at every update of an open screen.
 */
export async function showDoor(db: Db, given: Given): Promise<DoorScreen | null> {
  const { eventId, secret, publicUrl, now } = given
  const event = await db.event.findFirst({
    where: { id: eventId, ...eventsWhereMay('showDoor', given.userId, now) },
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
      _count: { select: { checkIns: true } },
    },
  })
  if (!event) return null
  const door = doorState(event, now)
  const code =
    event.doorMode === 'POSTER' ? posterCode(secret, eventId, event.posterVersion) : doorCode(secret, eventId, now)
  const nextLookInMs = nextStepAt(now).getTime() - now.getTime()
  const untilEndMs = Math.max(0, event.endsAt.getTime() - now.getTime())
  const url = `${publicUrl}/c/${code}`
  return {
    eventName: event.name,
    communityName: event.community.name,
    communitySlug: event.community.slug,
    venueName: event.venueName,
    startsAt: event.startsAt,
    opensBeforeMs: DOOR_OPENS_BEFORE_MS,
    timeZone: event.timeZone,
    publicUrl,
    reach: addressReach(publicUrl),
    betterUrl: lanUrl(),
    door,
    code: door === 'OPEN' ? { code, url, qr: drawQr(url) } : null,
    mode: event.doorMode,
    nextCodeInMs: event.doorMode === 'POSTER' ? null : nextLookInMs,
    shownForMs: event.doorMode === 'POSTER' ? untilEndMs : Math.min(untilEndMs, nextLookInMs + SHOWN_AFTER_STEP_MS),
    nextLookInMs,
    arrivals: event._count.checkIns,
  }
}

/** The part of the screen that changes. */
export function updateOf({ door, mode, code, nextCodeInMs, shownForMs, nextLookInMs, arrivals }: DoorUpdate): DoorUpdate {
  return { door, mode, code, nextCodeInMs, shownForMs, nextLookInMs, arrivals }
}
