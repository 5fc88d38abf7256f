import type { Prisma } from '@/generated/prisma/client'
import { slugOfInterest } from '@/domain/interests/normalise'
import type { Affiliation, Person } from '@/domain/matching/types'
import type { Present } from '@/domain/suggestion/standing'

interface PersonRow extends Omit<Person, 'affiliations' | 'met'>, Present {
  readonly organization: string
  readonly city: string
}

/** Everybody at an event who wants to be seen: what they say of themselves, and when they last did. */
export interface LoadedRoom {
  readonly people: readonly Person[]
  readonly present: ReadonlyMap<string, Present>
}

/** Loads everybody who is at an event, has not gone home and wants to be seen. */
export async function loadRoom(tx: Prisma.TransactionClient, eventId: string): Promise<LoadedRoom> {
  const rows = await tx.$queryRaw<PersonRow[]>`
    SELECT c."userId" AS id, c."visitNumber", c."returnedAt", u."describedAt",
           coalesce(p.ask, '') AS ask, coalesce(p.offer, '') AS offer, coalesce(p.starter, '') AS starter,
           coalesce(p.organization, '') AS organization, coalesce(p.city, '') AS city,
           coalesce(chosen.interests, '[]') AS interests, coalesce(earlier.events, '{}') AS attended
    FROM check_in c
    JOIN "user" u ON u.id = c."userId"
    LEFT JOIN profile p ON p."userId" = c."userId"
    LEFT JOIN (
      SELECT ui."userId", json_agg(json_build_object('slug', i.slug, 'label', i.label, 'field', i.field) ORDER BY i.slug) AS interests
      FROM user_interest ui
      JOIN interest i ON i.id = ui."interestId"
      WHERE ui."userId" IN (SELECT "userId" FROM check_in WHERE "eventId" = ${eventId})
      GROUP BY ui."userId") chosen ON chosen."userId" = c."userId"
    LEFT JOIN (
      SELECT e."userId", array_agg(e."eventId") AS events
      FROM check_in here
      JOIN check_in e ON e."userId" = here."userId" AND e."communityId" = here."communityId" AND e."eventId" <> here."eventId"
      WHERE here."eventId" = ${eventId}
      GROUP BY e."userId") earlier ON earlier."userId" = c."userId"
    WHERE c."eventId" = ${eventId} AND c."leftAt" IS NULL AND coalesce(p.visible, true)`
  const metBy = await loadMet(tx, eventId)
  return {
    people: rows.map(({ organization, city, returnedAt: _returned, describedAt: _described, ...person }) => ({
      ...person,
      affiliations: [...affiliation('ORGANIZATION', organization), ...affiliation('CITY', city)],
      met: metBy.get(person.id) ?? [],
    })),
    present: new Map(rows.map(({ id, describedAt, returnedAt }) => [id, { describedAt, returnedAt }])),
  }
}

/** As a slug, so that it is the same however it is written; none where nothing can be read. */
function affiliation(kind: Affiliation['kind'], label: string): Affiliation[] {
  const slug = label === '' ? null : slugOfInterest(label)
  return slug === null ? [] : [{ kind, slug, label }]
}

/** Everybody whom those at an event have met, there or anywhere. Each side of a meeting has an index of its own. */
async function loadMet(tx: Prisma.TransactionClient, eventId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  // One text a person, and told apart here: arrays of many ids take longer to read, sorting them longer still.
  const rows = await tx.$queryRaw<{ id: string; met: string }[]>`
    WITH present AS (SELECT "userId" FROM check_in WHERE "eventId" = ${eventId} AND "leftAt" IS NULL)
    SELECT one AS id, string_agg(other, ' ') AS met FROM (
      SELECT "userAId" AS one, "userBId" AS other FROM meeting JOIN present ON "userId" = "userAId" WHERE state = 'CONFIRMED'
      UNION ALL
      SELECT "userBId", "userAId" FROM meeting JOIN present ON "userId" = "userBId" WHERE state = 'CONFIRMED') pair
    GROUP BY one`
  return new Map(rows.map(({ id, met }) => [id, [...new Set(met.split(' '))]]))
}
