import { DomainError } from '@/domain/errors'
import type { PrismaClient, Prisma } from '@/generated/prisma/client'
import { announce } from '@/server/live/publish'
import { noteChange, tellEvents } from '@/server/services/profile/announce-changes'
import { lockSuggestions, REFRESH_TIMEOUT_MS } from '@/server/services/suggestion/suggestion-lock'
import { textOf, type Locale } from '@/text/translator'
import { rememberFormer } from './former-id'
import { moveContacts } from './move-contacts'
import { moveMeetings } from './move-meetings'
import { movePresence } from './move-presence'

interface Claim {
  readonly guestId: string
  readonly userId: string
  /** The viewer's proved address, which the guest must have given. */
  readonly email: string
  readonly locale: Locale
  readonly now: Date
}

/** A refresh that is at work at one of the guest's events is waited for. */
const PATIENT = { timeout: REFRESH_TIMEOUT_MS, maxWait: REFRESH_TIMEOUT_MS }

/**
 * Locks the suggestions of every event where the guest appears, then the guest: no refresh writes of
 * somebody who is going, and two tabs settle a guest once. In the order of ids, as all who take several.
 * @returns the ids of those events.
 * @throws DomainError GONE when it is settled already.
 */
async function lockGuest(tx: Prisma.TransactionClient, { guestId, email, locale }: Claim): Promise<string[]> {
  const events = await tx.$queryRaw<{ id: string }[]>`
    SELECT "eventId" AS id FROM check_in WHERE "userId" = ${guestId}
    UNION SELECT "eventId" FROM suggestion WHERE "userId" = ${guestId} OR "otherId" = ${guestId}
    ORDER BY id`
  for (const { id } of events) await lockSuggestions(tx, id, { wait: true })
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE id = ${guestId} AND "doorEmail" = ${email} FOR UPDATE`
  if (rows.length === 0) throw new DomainError('GONE', textOf(locale, 'claim')('gone'))
  return events.map(({ id }) => id)
}

/**
 * 'This was me': everything that the guest did and typed becomes the viewer's, in one transaction;
 * where both have something, the viewer's own stands. The guest is gone afterwards.
 */
export async function keepClaim(db: PrismaClient, claim: Claim): Promise<void> {
  const move = { from: claim.guestId, to: claim.userId }
  await db.$transaction(async (tx) => {
    await lockGuest(tx, claim)
    await movePresence(tx, move)
    await moveMeetings(tx, move)
    await moveContacts(tx, move)
    await rememberFormer(tx, move)
    await tx.user.delete({ where: { id: claim.guestId } })
    await noteChange(tx, claim.userId, claim.now)
  }, PATIENT)
  await tellEvents(db, claim.userId, claim.now)
}

/** 'This was not me': the guest and all that belongs to them is deleted. */
export async function discardClaim(db: PrismaClient, claim: Claim): Promise<void> {
  const eventIds = await db.$transaction(async (tx) => {
    const events = await lockGuest(tx, claim)
    await tx.user.delete({ where: { id: claim.guestId } })
    return events
  }, PATIENT)
  // Where somebody had the guest in their list, a place is free; an event that is over refreshes nothing.
  for (const id of eventIds) announce(db, id)
}
