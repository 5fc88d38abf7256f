import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { ticketOf } from '@/server/lib/ticket'
import { textOf, type Locale } from '@/text/translator'
import { currentId } from '../claim/former-id'
import { cancelRsvp, confirmPlace } from './change-rsvp'
import { findRsvp, shownRsvp } from './find-rsvp'
import { readRsvpToken, type RsvpAction } from './rsvp-token'
import { sayGoing } from './say-going'

/** How often a link changes what one RSVP says: it needs no session, and each change can cause a mail. */
const CHANGES: Limit = { name: 'rsvp-link', times: 10, seconds: 3600 }

interface Given {
  readonly secret: string
  readonly token: string
  readonly now: Date
  readonly locale: Locale
}

/** The RSVP that a genuine token is about. @throws DomainError NOT_FOUND */
async function open(db: Db, { secret, token, now, locale }: Given) {
  const claim = readRsvpToken(secret, token)
  const rsvp = claim && (await findRsvp(db, { id: await currentId(db, claim.rsvpId) }, now))
  if (!claim || !rsvp) throw new DomainError('NOT_FOUND', textOf(locale, 'rsvp')('link.bad'))
  return { action: claim.action, rsvp }
}

/** Whether things stand as the action leaves them. */
function acted(action: RsvpAction, { state, confirmBy }: { state: string; confirmBy: Date | null }): boolean {
  return action === 'cancel' ? state === 'CANCELLED' : state === 'GOING' && confirmBy === null
}

/** @throws DomainError TOO_MANY beyond {@link CHANGES}, whichever of its links was used. */
async function countChange(db: PrismaClient, rsvpId: string, locale: Locale): Promise<void> {
  if (await withinLimit(db, CHANGES, rsvpId)) return
  throw new DomainError('TOO_MANY', textOf(locale, 'rsvp')('link.tooOften', { most: CHANGES.times }))
}

/** What the page of a link shows. Changes nothing. @throws DomainError NOT_FOUND */
export async function viewRsvpLink(db: Db, given: Given) {
  const { action, rsvp } = await open(db, given)
  const ticket = ticketOf(given.secret, rsvp.id)
  return { action, acted: acted(action, rsvp), ticket, ...shownRsvp(rsvp) }
}

/** Does what the link says; a repeat changes nothing. @throws DomainError NOT_FOUND, GONE, TOO_MANY */
export async function actOnRsvpLink(db: PrismaClient, given: Given) {
  const { now, locale } = given
  const { action, rsvp } = await open(db, given)
  if (acted(action, rsvp)) return viewRsvpLink(db, given)
  await countChange(db, rsvp.id, locale)
  const own = { eventId: rsvp.event.id, userId: rsvp.userId, now, locale }
  await (action === 'cancel' ? cancelRsvp(db, own) : confirmPlace(db, own))
  return viewRsvpLink(db, given)
}

/**
 * Takes a cancellation back: they come after all, with as many others as before. Their place is theirs again
 * if nobody has it; else they stand at the end of the line.
 * @throws DomainError NOT_FOUND, GONE, CONFLICT, TOO_MANY
 */
export async function undoRsvpLink(db: PrismaClient, given: Given) {
  const { now, locale, secret } = given
  const { rsvp } = await open(db, given)
  if (rsvp.state !== 'CANCELLED') return viewRsvpLink(db, given)
  await countChange(db, rsvp.id, locale)
  const plusOnes = Math.min(rsvp.plusOnes, rsvp.event.plusOnes)
  await sayGoing(db, { eventId: rsvp.event.id, userId: rsvp.userId, plusOnes, secret, now, locale })
  return viewRsvpLink(db, given)
}
