import { DOOR_OPENS_BEFORE_MS, doorState } from '@/domain/check-in/door-code'
import { DomainError } from '@/domain/errors'
import { sql, type Db, type Sql } from '@/server/db/client'
import { isUniqueViolation } from '@/server/db/errors'
import { repeatable } from '@/server/db/repeatable'
import { announce } from '@/server/live/publish'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { readClaim, type Claim } from './claim'
import { refuseClosedDoor } from './closed-door'

/** What a check-in answers, the first time and every time after. */
export interface Receipt {
  readonly eventId: string
  readonly userId: string
  readonly visitNumber: number
  /** False when this person was in already. */
  readonly fresh: boolean
}

/**
 * The event if its door is open and takes this person, as a fragment that every check-in statement begins
 * with. A claim whose check-in a host took back opens nothing any more.
 * @param guest nobody for a newcomer, who has no place where one is needed
 */
export function openEvent({ eventId, nonce }: Claim, guest: string | null, now: Date): Sql {
  const startsBefore = new Date(now.getTime() + DOOR_OPENS_BEFORE_MS)
  return sql`
    e AS (SELECT id, "communityId" FROM event
          WHERE id = ${eventId} AND status = 'SCHEDULED' AND "startsAt" <= ${startsBefore} AND "endsAt" >= ${now}
            AND ("rsvpMode" = 'OPTIONAL' OR ${guest === null ? sql`false` : mayEnter(eventId, guest)})
            AND NOT EXISTS (SELECT 1 FROM check_in_undo WHERE nonce = ${nonce}))`
}

/** They have a place, or a host has let them in already. */
function mayEnter(eventId: string, userId: string): Sql {
  return sql`(EXISTS (SELECT 1 FROM rsvp WHERE "eventId" = ${eventId} AND "userId" = ${userId} AND state = 'GOING')
              OR EXISTS (SELECT 1 FROM check_in WHERE "eventId" = ${eventId} AND "userId" = ${userId}))`
}

/** Reads the claim of a form. @throws DomainError GONE when it is not ours or its ten minutes are over. */
export function claimOf(secret: string, text: string, now: Date, locale: Locale): Claim {
  const claim = readClaim(secret, text)
  if (!claim || claim.expiresAt <= now) throw new DomainError('GONE', textOf(locale, 'checkIn')('claimOver'))
  return claim
}

/** Says why no event was found open: only asked once a check-in has been refused. */
export async function refuseCheckIn(db: Db, { eventId, nonce }: Claim, now: Date, locale: Locale): Promise<never> {
  const t = textOf(locale, 'checkIn')
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: { startsAt: true, endsAt: true, status: true, timeZone: true, rsvpMode: true },
  })
  if (!event) throw new DomainError('NOT_FOUND', t('wrongCode'))
  refuseClosedDoor(event, doorState(event, now), locale)
  const undone = await db.checkInUndo.findUnique({ where: { nonce }, select: { id: true } })
  if (undone || event.rsvpMode === 'OPTIONAL') throw new DomainError('GONE', t('undone'))
  throw new DomainError('FORBIDDEN', t('placeNeeded'))
}

/**
 * Checks a signed-in person in: one statement, and so one transaction. Membership and visit number come
 * with it, and a place that was theirs to confirm is confirmed; a repeat, even fifty at once, gets the first receipt.
 * @throws DomainError GONE, FORBIDDEN, NOT_FOUND as above; CONFLICT when the claim has been used by
 *   somebody else.
 */
export async function checkIn(
  db: Db,
  given: { secret: string; claim: string; userId: string; now: Date; locale: Locale },
): Promise<Receipt> {
  const { userId, now, locale } = given
  const claim = claimOf(given.secret, given.claim, now, locale)
  const statement = sql`
    WITH ${openEvent(claim, userId, now)},
    m AS (
      INSERT INTO membership ("communityId", "userId", role, "joinedAt")
      SELECT e."communityId", ${userId}, 'MEMBER', ${now} FROM e
      ON CONFLICT DO NOTHING),
    r AS (
      UPDATE rsvp SET "confirmBy" = NULL FROM e
      WHERE rsvp."eventId" = e.id AND rsvp."userId" = ${userId} AND rsvp."confirmBy" IS NOT NULL)
    INSERT INTO check_in AS c (id, "eventId", "userId", "communityId", at, "visitNumber", nonce)
    SELECT ${newId('checkIn')}, e.id, ${userId}, e."communityId", ${now},
           1 + (SELECT count(*) FROM check_in p
                WHERE p."userId" = ${userId} AND p."communityId" = e."communityId" AND p."eventId" <> e.id),
           ${claim.nonce}
    FROM e
    -- Touching the row makes RETURNING give it back, whoever wrote it first. Who had gone home is back.
    ON CONFLICT ("eventId", "userId") DO UPDATE SET nonce = c.nonce, "leftAt" = NULL,
      "returnedAt" = CASE WHEN c."leftAt" IS NULL THEN c."returnedAt" ELSE ${now} END
    RETURNING c."eventId", c."userId", c."visitNumber", (xmax = 0) AS fresh, c."returnedAt" = ${now} AS back`
  const row = await repeatable(db, () => once(db, statement, locale))
  if (!row) return refuseCheckIn(db, claim, now, locale)
  const { back, ...receipt } = row
  if (receipt.fresh || back) announce(db, claim.eventId)
  return receipt
}

/** `back`: they had gone home, and are there again with this check-in. */
type Row = Receipt & { readonly back: boolean | null }

/**
 * Runs the statement; when a twin of this request has just used the nonce, once more, to meet its row.
 */
async function once(db: Db, statement: Sql, locale: Locale): Promise<Row | undefined> {
  try {
    return (await db.$queryRaw<Row[]>(statement))[0]
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
  try {
    return (await db.$queryRaw<Row[]>(statement))[0]
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('CONFLICT', textOf(locale, 'checkIn')('claimUsed'))
    throw error
  }
}
