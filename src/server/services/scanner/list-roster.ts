import { MOST_ROSTER, type Roster } from '@/domain/check-in/scanner'
import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { GRANT_GRACE_MS } from '@/server/db/scopes'
import { hashToken } from '@/server/lib/tokens'
import { textOf } from '@/text/translator'
import { findDoorEvent, type AtDoor, type DoorEvent } from './door-event'

/** Whoever was there within this time is expected again, in milliseconds: 180 days. */
const RECENT_MS = 180 * 24 * 60 * 60_000

interface Row {
  readonly personId: string
  readonly name: string
  readonly passHash: string
  readonly slipHash: string | null
  readonly ticketHash: string | null
  readonly code: string | null
  readonly rsvp: 'GOING' | 'WAITLISTED' | null
  readonly plusOnes: number
  readonly at: Date | null
  readonly visitNumber: number
}

/**
 * The list with which a scanner names people without a network: who said that they come, who is in, and
 * members who were there in the last 180 days, the latest first. Names and hashes, nothing else.
 * @throws DomainError NOT_FOUND when this host does not keep this door; GONE once nothing can be uploaded
 *   any more, for the device to wipe what it has.
 */
export async function listRoster(db: Db, asked: AtDoor): Promise<Roster> {
  const event = await findDoorEvent(db, asked)
  const { now, locale } = asked
  const t = textOf(locale, 'scanner')
  if (now.getTime() > event.endsAt.getTime() + GRANT_GRACE_MS) throw new DomainError('GONE', t('rosterOver'))
  const rows = await loadRows(db, event, now)
  const known = await countKnown(db, event)
  return {
    eventId: event.id,
    eventName: event.name,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    timeZone: event.timeZone,
    rsvpRequired: event.rsvpMode === 'REQUIRED',
    people: rows.map(({ name, code, at, ...row }) => ({
      ...row,
      name: name === '' ? t('nameless') : name,
      codeHash: code === null ? null : hashToken(`${event.id}:${code}`),
      inSince: at?.toISOString() ?? null,
    })),
    leftOut: Math.max(0, known - rows.length),
  }
}

function loadRows(db: Db, { id, communityId }: DoorEvent, now: Date): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH known AS (
      SELECT "userId", 0 AS turn, NULL::timestamptz AS seen FROM rsvp WHERE "eventId" = ${id} AND state <> 'CANCELLED'
      UNION ALL
      SELECT "userId", 0, NULL FROM check_in WHERE "eventId" = ${id}
      UNION ALL
      SELECT c."userId", 1, max(p."startsAt")
      FROM event p
      JOIN check_in c ON c."eventId" = p.id
      JOIN membership m ON m."communityId" = p."communityId" AND m."userId" = c."userId"
      WHERE p."communityId" = ${communityId} AND p."startsAt" BETWEEN ${new Date(now.getTime() - RECENT_MS)} AND ${now}
      GROUP BY c."userId"),
    chosen AS (
      SELECT "userId", min(turn) AS turn, max(seen) AS seen FROM known
      GROUP BY "userId" ORDER BY min(turn), max(seen) DESC NULLS LAST, "userId" LIMIT ${MOST_ROSTER})
    SELECT u.id AS "personId", coalesce(c."badgeName", u.name) AS name, u."passHash", u."slipHash",
           r."ticketHash", r.code, r.state AS rsvp, coalesce(CASE WHEN r.state = 'GOING' THEN r."plusOnes" END, 0) AS "plusOnes",
           c.at, coalesce(c."visitNumber", 1 + (
             SELECT count(*)::int FROM check_in p
             WHERE p."userId" = u.id AND p."communityId" = ${communityId} AND p."eventId" <> ${id})) AS "visitNumber"
    FROM chosen
    JOIN "user" u ON u.id = chosen."userId"
    LEFT JOIN rsvp r ON r."eventId" = ${id} AND r."userId" = u.id AND r.state <> 'CANCELLED'
    LEFT JOIN check_in c ON c."eventId" = ${id} AND c."userId" = u.id
    ORDER BY chosen.turn, chosen.seen DESC NULLS LAST, u.id`
}

/** Everybody whom a search by name at this door can find. */
async function countKnown(db: Db, { id, communityId }: DoorEvent): Promise<number> {
  const [row] = await db.$queryRaw<{ known: number }[]>`
    SELECT count(*)::int AS known FROM (
      SELECT "userId" FROM membership WHERE "communityId" = ${communityId}
      UNION SELECT "userId" FROM rsvp WHERE "eventId" = ${id} AND state <> 'CANCELLED'
      UNION SELECT "userId" FROM check_in WHERE "eventId" = ${id}) everybody`
  return row?.known ?? 0
}
