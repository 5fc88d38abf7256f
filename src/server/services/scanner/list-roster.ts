import { MOST_ROSTER, type Roster } from '@/domain/check-in/scanner'
import { DomainError } from '@/domain/errors'
import { sql, type Db, type Sql } from '@/server/db/client'
import { GRANT_GRACE_MS } from '@/server/db/scopes'
import { hashToken } from '@/server/lib/tokens'
import { textOf } from '@/text/translator'
import { findDoorEvent, type AtDoor, type DoorEvent } from './door-event'
import { everybodyKnown } from './known-here'
import { foundPerson, loadPeople } from './load-people'

/** Whoever was there within this time is expected again, in milliseconds: 180 days. */
const RECENT_MS = 180 * 24 * 60 * 60_000

/**
 * The list with which a scanner names people without a network: who said that they come, who is in, and
 * members who were there in the last 180 days, the latest first. Names and hashes, nothing else.
 * @throws DomainError NOT_FOUND when this host does not keep this door; GONE once nothing can be uploaded
 *   any more, for the device to wipe what it has.
 */
export async function listRoster(db: Db, asked: AtDoor): Promise<Roster> {
  const event = await findDoorEvent(db, asked, 'readNames')
  const { now, locale } = asked
  const t = textOf(locale, 'scanner')
  if (now.getTime() > event.endsAt.getTime() + GRANT_GRACE_MS) throw new DomainError('GONE', t('rosterOver'))
  const rows = await loadPeople(db, event, expected(event, now))
  const known = await countKnown(db, event)
  return {
    eventId: event.id,
    eventName: event.name,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    timeZone: event.timeZone,
    rsvpRequired: event.rsvpMode === 'REQUIRED',
    people: rows.map(({ code, ...row }) => ({
      ...foundPerson(row, locale),
      passHash: row.passHash,
      formerPassHashes: row.formerPassHashes,
      ticketHash: row.ticketHash,
      slipHash: row.slipHash,
      codeHash: code === null ? null : hashToken(`${event.id}:${code}`),
    })),
    leftOut: Math.max(0, known - rows.length),
  }
}

/** Those whom the device keeps, by place: who is to be expected first, then who was there last. */
function expected({ id, communityId }: DoorEvent, now: Date): Sql {
  return sql`
    SELECT "userId", row_number() OVER (ORDER BY min(turn), max(seen) DESC NULLS LAST, "userId") AS place FROM (
      SELECT "userId", 0 AS turn, NULL::timestamptz AS seen FROM rsvp WHERE "eventId" = ${id} AND state <> 'CANCELLED'
      UNION ALL
      SELECT "userId", 0, NULL FROM check_in WHERE "eventId" = ${id}
      UNION ALL
      SELECT c."userId", 1, max(p."startsAt")
      FROM event p
      JOIN check_in c ON c."eventId" = p.id
      JOIN membership m ON m."communityId" = p."communityId" AND m."userId" = c."userId"
      WHERE p."communityId" = ${communityId} AND p."startsAt" BETWEEN ${new Date(now.getTime() - RECENT_MS)} AND ${now}
      GROUP BY c."userId") known
    GROUP BY "userId" ORDER BY place LIMIT ${MOST_ROSTER}`
}

/** How many people a search by name at this door can find. */
async function countKnown(db: Db, event: DoorEvent): Promise<number> {
  const [row] = await db.$queryRaw<{ known: number }[]>(sql`
    SELECT count(*)::int AS known FROM (${everybodyKnown(event)}) everybody`)
  return row?.known ?? 0
}
