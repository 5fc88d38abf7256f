import { sql, type Db } from '@/server/db/client'
import { passHashOf } from '@/server/lib/pass'
import { slipHashOf } from '@/server/lib/slip'
import { newId } from '@/server/lib/tokens'
import type { Locale } from '@/text/translator'
import type { DoorEvent } from './door-event'
import type { ReadTarget, WalkIn } from './scan-target'

/** A scan that reached the server later than this was made without a network, in milliseconds. */
const LATE_FROM_MS = 5_000

/** The arrival that stands after a scan, whoever wrote it. */
export interface Arrival {
  readonly at: Date
  readonly visitNumber: number
  /** This scan wrote it. */
  readonly fresh: boolean
  /** They had gone home and are there again by this scan. */
  readonly back: boolean
}

interface Given {
  readonly target: ReadTarget
  readonly personId: string
  readonly nonce: string
  readonly hostId: string
  readonly secret: string
  readonly at: Date
  readonly now: Date
  readonly locale: Locale
}

/**
 * Writes an arrival by one statement, and so one transaction: a walk-in's person, membership, the place
 * that is theirs now without confirming it, the check-in.
 * @returns null when the nonce was taken back meanwhile. @throws a unique violation when a twin of this
 *   scan was quicker.
 */
export async function writeArrival(db: Db, event: DoorEvent, given: Given): Promise<Arrival | null> {
  const { personId, target, nonce, at, now } = given
  const recordedAt = now.getTime() - at.getTime() > LATE_FROM_MS ? now : null
  const [row] = await db.$queryRaw<Arrival[]>(sql`
    WITH e AS (
      SELECT id, "communityId" FROM event WHERE id = ${event.id} AND status = 'SCHEDULED'
        AND NOT EXISTS (SELECT 1 FROM check_in_undo WHERE nonce = ${nonce})),
    ${target.walkIn ? newPerson(target.walkIn, given) : sql``}
    m AS (
      INSERT INTO membership ("communityId", "userId", role, "joinedAt")
      SELECT e."communityId", ${personId}, 'MEMBER', ${now} FROM e
      ON CONFLICT DO NOTHING),
    r AS (
      UPDATE rsvp SET "confirmBy" = NULL FROM e
      WHERE rsvp."eventId" = e.id AND rsvp."userId" = ${personId} AND rsvp."confirmBy" IS NOT NULL)
    INSERT INTO check_in AS c (id, "eventId", "userId", "communityId", at, "visitNumber", nonce, method, "byId", "recordedAt")
    SELECT ${newId('checkIn')}, e.id, ${personId}, e."communityId", ${at},
           1 + (SELECT count(*) FROM check_in p
                WHERE p."userId" = ${personId} AND p."communityId" = e."communityId" AND p."eventId" <> e.id),
           ${nonce}, ${target.method}::"CheckInMethod", ${given.hostId}, ${recordedAt}::timestamptz
    FROM e
    ON CONFLICT ("eventId", "userId") DO UPDATE SET
      "leftAt" = CASE WHEN c."leftAt" < ${at} THEN NULL ELSE c."leftAt" END,
      "returnedAt" = CASE WHEN c."leftAt" < ${at} THEN ${now} ELSE c."returnedAt" END
    RETURNING c.at, c."visitNumber", c.nonce = ${nonce} AS fresh, coalesce(c."returnedAt" = ${now}, false) AS back`)
  return row ?? null
}

/** Their address is as it was typed and proves nothing; the slip lets them take this person over. */
function newPerson({ id, name, email }: WalkIn, { secret, now, locale }: Given) {
  return sql`
    u AS (
      INSERT INTO "user" (id, name, "doorEmail", "passHash", "slipHash", locale, "createdAt")
      SELECT ${id}, ${name}, ${email}, ${passHashOf(secret, id, 1)}, ${slipHashOf(secret, id)}, ${locale}, ${now} FROM e
      ON CONFLICT (id) DO NOTHING),`
}
