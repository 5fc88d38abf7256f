import { doorState } from '@/domain/check-in/door-code'
import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { logger } from '@/server/lib/logger'
import { textOf, type Locale } from '@/text/translator'
import { issueClaim, readClaim } from './claim'
import { refuseClosedDoor } from './closed-door'
import { readDoorCode, type ReadDoorCode } from './door-code'

interface Asked {
  readonly secret: string
  readonly code: string
  /** The claim that this phone already holds, if any. */
  readonly claim: string | undefined
  readonly now: Date
  readonly locale: Locale
  readonly userId: string | undefined
  readonly requestId: string
}

/**
 * What the check-in page shows when a phone opens a door code: the event, the claim for the form, and
 * the receipt when this person is in already. An old code still opens for a phone that holds a claim.
 * @throws DomainError NOT_FOUND for a code that is not ours, GONE for an old one and for a poster that is
 *   not, or no longer, this event's, FORBIDDEN when the door is closed.
 */
export async function openDoor(db: Db, asked: Asked) {
  const t = textOf(asked.locale, 'checkIn')
  const code = readDoorCode(asked.secret, asked.code, asked.now)
  if (!code) throw new DomainError('NOT_FOUND', t('wrongCode'))
  const held = asked.claim ? readClaim(asked.secret, asked.claim) : null
  const claimed = held?.eventId === code.eventId && held.expiresAt > asked.now
  const event = await db.event.findUnique({
    where: { id: code.eventId },
    select: {
      id: true,
      name: true,
      startsAt: true,
      endsAt: true,
      status: true,
      timeZone: true,
      venueName: true,
      doorMode: true,
      posterVersion: true,
    },
  })
  if (!event) throw new DomainError('NOT_FOUND', t('wrongCode'))
  // Before the code's age: nobody is sent to a screen that shows no code any more.
  refuseClosedDoor(event, doorState(event, asked.now), asked.locale)
  if (!codeHolds(code, event) && !claimed) {
    logger.info({ requestId: asked.requestId, eventId: code.eventId, kind: code.kind }, 'old door code refused')
    throw new DomainError('GONE', t(code.kind === 'POSTER' ? 'oldPoster' : 'oldCode'))
  }
  const receipt = asked.userId
    ? await db.checkIn.findUnique({
        where: { eventId_userId: { eventId: event.id, userId: asked.userId } },
        select: { visitNumber: true },
      })
    : null
  return {
    event: { id: event.id, name: event.name, venueName: event.venueName },
    claim: claimed && asked.claim ? asked.claim : issueClaim(asked.secret, event.id, asked.now),
    alreadyIn: receipt !== null,
  }
}

/**
 * Whether a code opens the door now. One from a screen does by its time alone: a screen that has just been
 * switched to the poster may still show it. A poster does while the event uses posters and it is the latest.
 */
function codeHolds(
  code: ReadDoorCode,
  event: { readonly doorMode: 'ROTATING' | 'POSTER'; readonly posterVersion: number },
): boolean {
  if (code.kind === 'ROTATING') return code.current
  return event.doorMode === 'POSTER' && code.version === event.posterVersion
}
