import { sql, type Sql } from '@/server/db/client'
import type { DoorEvent } from './door-event'

/** Whether this door knows the person `p.id`: a member, or with an RSVP, or in. Others do not exist here. */
export function knownHere({ id, communityId }: DoorEvent): Sql {
  return sql`(
    EXISTS (SELECT 1 FROM membership m WHERE m."communityId" = ${communityId} AND m."userId" = p.id)
    OR EXISTS (SELECT 1 FROM rsvp r WHERE r."eventId" = ${id} AND r."userId" = p.id)
    OR EXISTS (SELECT 1 FROM check_in c WHERE c."eventId" = ${id} AND c."userId" = p.id))`
}

/** The `userId` of everybody whom this door knows; with `since`, of who came to be known from then on. */
export function everybodyKnown({ id, communityId }: DoorEvent, since: Date = new Date(0)): Sql {
  return sql`
    SELECT "userId" FROM membership WHERE "communityId" = ${communityId} AND "joinedAt" >= ${since}
    UNION SELECT "userId" FROM rsvp WHERE "eventId" = ${id} AND "saidAt" >= ${since}
    UNION SELECT "userId" FROM check_in WHERE "eventId" = ${id} AND greatest(at, "recordedAt") >= ${since}`
}
