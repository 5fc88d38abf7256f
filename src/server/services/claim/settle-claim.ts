import { DomainError } from '@/domain/errors'
import type { PrismaClient, Prisma } from '@/generated/prisma/client'
import { sql, type Sql } from '@/server/db/client'
import { ownSlip } from '@/server/lib/slip'
import { hashToken, sameText } from '@/server/lib/tokens'
import { announce } from '@/server/live/publish'
import { noteChange, tellEvents } from '@/server/services/profile/announce-changes'
import { lockSuggestions, REFRESH_TIMEOUT_MS } from '@/server/services/suggestion/suggestion-lock'
import { textOf, type Locale } from '@/text/translator'
import { rememberFormer } from './former-id'
import { moveContacts } from './move-contacts'
import { dropDuties, moveDoor } from './move-door'
import { moveMeetings } from './move-meetings'
import { movePresence } from './move-presence'
import { moveUpdates } from './move-updates'

/** That a guest is the viewer's to settle: the guest gave the address that the viewer has proved. */
interface ByAddress {
  readonly guestId: string
  readonly email: string
}

/** Or the viewer holds the slip that the guest was given by a host, and nobody else has used it. */
interface BySlip {
  readonly slip: string
  /** What the guest's own phone was given: see ownSlip. */
  readonly own: string | null
  readonly secret: string
}

interface Claim<Proof> {
  readonly proof: Proof
  readonly userId: string
  readonly locale: Locale
  readonly now: Date
}

/**
 * The guest that the proof is about, as a condition on "user"; none where it proves nothing. Who gave an
 * address at the door is its owner's to keep, whoever holds the slip.
 */
function isProved(proof: ByAddress | BySlip): Sql {
  return 'slip' in proof
    ? sql`"slipHash" = ${hashToken(proof.slip)} AND email IS NULL AND "doorEmail" IS NULL`
    : sql`id = ${proof.guestId} AND "doorEmail" = ${proof.email}`
}

interface Guest {
  readonly id: string
  readonly passHash: string
  readonly slipUsedAt: Date | null
}

/** A slip is a proof until it has signed a phone in; from then on that phone's session is. */
async function isTheirs(tx: Prisma.TransactionClient, guest: Guest, { own, secret }: BySlip, now: Date): Promise<boolean> {
  const sessions = await tx.session.findMany({ where: { userId: guest.id }, select: { sessionToken: true, expires: true } })
  if (guest.slipUsedAt === null && sessions.length === 0) return true
  if (own === null) return false
  return sessions.some(
    ({ sessionToken, expires }) => expires > now && sameText(own, ownSlip(secret, guest.id, sessionToken)),
  )
}

/** A refresh that is at work at one of the guest's events is waited for. */
const PATIENT = { timeout: REFRESH_TIMEOUT_MS, maxWait: REFRESH_TIMEOUT_MS }

/**
 * Locks the suggestions of every event where the guest appears, then the guest: no refresh writes of
 * somebody who is going, and two tabs settle a guest once. In the order of ids, as all who take several.
 * @returns the guest, and the ids of those events.
 * @throws DomainError GONE when it is settled already.
 */
async function lockGuest(tx: Prisma.TransactionClient, { proof, locale, now }: Claim<ByAddress | BySlip>) {
  const events = await tx.$queryRaw<{ id: string }[]>(sql`
    WITH g AS (SELECT id FROM "user" WHERE ${isProved(proof)})
    SELECT "eventId" AS id FROM check_in WHERE "userId" IN (SELECT id FROM g)
    UNION SELECT "eventId" FROM suggestion WHERE "userId" IN (SELECT id FROM g) OR "otherId" IN (SELECT id FROM g)
    ORDER BY id`)
  for (const { id } of events) await lockSuggestions(tx, id, { wait: true })
  const [guest] = await tx.$queryRaw<Guest[]>(sql`
    SELECT id, "passHash", "slipUsedAt" FROM "user" WHERE ${isProved(proof)} FOR UPDATE`)
  if (!guest) throw new DomainError('GONE', textOf(locale, 'claim')('gone'))
  if ('slip' in proof && !(await isTheirs(tx, guest, proof, now))) {
    throw new DomainError('CONFLICT', textOf(locale, 'claim')('slipUsed'))
  }
  return { guestId: guest.id, passHash: guest.passHash, eventIds: events.map(({ id }) => id) }
}

/**
 * 'This was me': everything that the guest did and typed becomes the viewer's, in one transaction;
 * where both have something, the viewer's own stands. The guest is gone afterwards.
 */
export async function keepClaim(db: PrismaClient, claim: Claim<ByAddress | BySlip>): Promise<void> {
  await db.$transaction(async (tx) => {
    const { guestId, passHash } = await lockGuest(tx, claim)
    const move = { from: guestId, to: claim.userId }
    // Paper may change hands: what lets somebody work at a door goes to a proved address alone.
    if ('slip' in claim.proof) await dropDuties(tx, guestId)
    await movePresence(tx, move)
    await moveDoor(tx, move, claim.now)
    await moveMeetings(tx, move)
    await moveContacts(tx, move)
    await moveUpdates(tx, move)
    await rememberFormer(tx, move, passHash)
    await tx.user.delete({ where: { id: guestId } })
    await noteChange(tx, claim.userId, claim.now)
  }, PATIENT)
  await tellEvents(db, claim.userId, claim.now)
}

/**
 * 'This was not me': the guest and all that belongs to them is deleted. By the address alone: whoever finds
 * a slip must not be able to delete somebody's evening.
 */
export async function discardClaim(db: PrismaClient, claim: Claim<ByAddress>): Promise<void> {
  const eventIds = await db.$transaction(async (tx) => {
    const { guestId, eventIds: events } = await lockGuest(tx, claim)
    await tx.user.delete({ where: { id: guestId } })
    return events
  }, PATIENT)
  // Where somebody had the guest in their list, a place is free; an event that is over refreshes nothing.
  for (const id of eventIds) announce(db, id)
}
