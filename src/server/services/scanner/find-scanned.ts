import { sql, type Db } from '@/server/db/client'
import type { DoorEvent } from './door-event'
import type { ReadTarget } from './scan-target'

/** What the database knows of a scan: its person, their ticket and arrival, and what its nonce did before. */
export interface Scanned {
  readonly personId: string | null
  /** As their badge says it; empty while they have said none. */
  readonly name: string
  /** Of this community's events, this one not counted. */
  readonly earlierVisits: number
  readonly rsvp: 'GOING' | 'WAITLISTED' | 'CANCELLED' | null
  readonly plusOnes: number
  readonly arrivedAt: Date | null
  readonly leftAt: Date | null
  readonly visitNumber: number | null
  readonly nonce: 'NEW' | 'SAME' | 'OTHER'
  readonly undone: boolean
  /** The event of a ticket that is not for this one. */
  readonly otherEventId: string | null
  /** Null also where this host is not to know it. */
  readonly otherEventName: string | null
  readonly otherEventStartsAt: Date | null
  readonly otherEventTimeZone: string | null
}

/** Looks a scan up, by one statement, at a door that its host was found to keep. */
export async function findScanned(
  db: Db,
  event: DoorEvent,
  { nonce, hostId, target }: { readonly nonce: string; readonly hostId: string; readonly target: ReadTarget },
): Promise<Scanned> {
  const [row] = await db.$queryRaw<Scanned[]>(sql`
    WITH t AS (${target.query})
    SELECT u.id AS "personId", coalesce(c."badgeName", u.name, '') AS name,
           (SELECT count(*)::int FROM check_in p
            WHERE p."userId" = u.id AND p."communityId" = e."communityId" AND p."eventId" <> e.id) AS "earlierVisits",
           r.state AS rsvp, CASE WHEN r.state = 'GOING' THEN r."plusOnes" ELSE 0 END AS "plusOnes",
           c.at AS "arrivedAt", c."leftAt", c."visitNumber",
           CASE WHEN n.id IS NULL THEN 'NEW' WHEN n.id = c.id THEN 'SAME' ELSE 'OTHER' END AS nonce,
           x.id IS NOT NULL AS undone,
           o.id AS "otherEventId", named.name AS "otherEventName",
           named."startsAt" AS "otherEventStartsAt", named."timeZone" AS "otherEventTimeZone"
    FROM event e
    LEFT JOIN t ON true
    LEFT JOIN "user" u ON u.id = t.id
    LEFT JOIN check_in c ON c."eventId" = e.id AND c."userId" = u.id
    LEFT JOIN rsvp r ON r."eventId" = e.id AND r."userId" = u.id
    LEFT JOIN check_in n ON n.nonce = ${nonce}
    LEFT JOIN check_in_undo x ON x.nonce = ${nonce}
    LEFT JOIN event o ON o.id = t."ticketEventId" AND o.id <> e.id
    LEFT JOIN event named ON named.id = o.id AND (named."communityId" = e."communityId" OR EXISTS (
      SELECT 1 FROM membership m WHERE m."communityId" = named."communityId" AND m."userId" = ${hostId}))
    WHERE e.id = ${event.id}`)
  if (!row) throw new Error('The event was deleted while its door was kept.')
  return row
}
