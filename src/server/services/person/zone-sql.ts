import { sql } from '@/server/db/client'

/**
 * The zone of a person as {@link personZone} (./person-zone.ts) has it, for statements about many: an SQL
 * expression over a row of "user" called `person`.
 */
export const ZONE_OF_PERSON = sql`coalesce(person."timeZone", (
  SELECT community."timeZone" FROM membership JOIN community ON community.id = membership."communityId"
  WHERE membership."userId" = person.id ORDER BY membership."joinedAt" DESC, community.id LIMIT 1), 'UTC')`
