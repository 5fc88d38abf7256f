import type { FoundPerson } from '@/domain/check-in/scanner'
import { sql, type Db, type Sql } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import type { DoorEvent } from './door-event'

/** A person as a door sees them, with the codes that name them. */
export interface PersonRow {
  readonly personId: string
  readonly name: string
  readonly passHash: string
  readonly formerPassHashes: readonly string[]
  readonly slipHash: string | null
  readonly ticketHash: string | null
  readonly code: string | null
  readonly rsvp: 'GOING' | 'WAITLISTED' | null
  readonly plusOnes: number
  readonly at: Date | null
  readonly visitNumber: number
}

/**
 * Loads people as this door sees them.
 * @param chosen a query of `userId` and `place`, all of them in this door's scope
 * @returns them by place
 */
export function loadPeople(db: Db, { id, communityId }: DoorEvent, chosen: Sql): Promise<PersonRow[]> {
  return db.$queryRaw<PersonRow[]>(sql`
    SELECT u.id AS "personId", coalesce(c."badgeName", u.name) AS name, u."passHash", u."slipHash",
           ARRAY(SELECT f."passHash" FROM former_id f
                 WHERE f."currentId" = u.id AND f."passHash" IS NOT NULL ORDER BY f.id) AS "formerPassHashes",
           r."ticketHash", r.code, r.state AS rsvp,
           coalesce(CASE WHEN r.state = 'GOING' THEN r."plusOnes" END, 0) AS "plusOnes",
           c.at, coalesce(c."visitNumber", 1 + (
             SELECT count(*)::int FROM check_in p
             WHERE p."userId" = u.id AND p."communityId" = ${communityId} AND p."eventId" <> ${id})) AS "visitNumber"
    FROM (${chosen}) chosen
    JOIN "user" u ON u.id = chosen."userId"
    LEFT JOIN rsvp r ON r."eventId" = ${id} AND r."userId" = u.id AND r.state <> 'CANCELLED'
    LEFT JOIN check_in c ON c."eventId" = ${id} AND c."userId" = u.id
    ORDER BY chosen.place`)
}

/** What a host reads of a person: no code, and never an address. */
export function foundPerson(row: Omit<PersonRow, 'code'>, locale: Locale): FoundPerson {
  const { personId, name, visitNumber, rsvp, plusOnes, at } = row
  return {
    personId,
    name: name === '' ? textOf(locale, 'scanner')('nameless') : name,
    visitNumber,
    rsvp,
    plusOnes,
    inSince: at?.toISOString() ?? null,
  }
}
