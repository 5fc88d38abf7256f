import { CADENCES, DEFAULT_CADENCE, PERIODS, type Cadence } from '@/domain/follow-up/cadence'
import { raw, sql, type Sql } from '@/server/db/client'

/** `interval` literals of PostgreSQL, or NULL where there is none. */
function intervalOf(cadence: Cadence): string {
  const period = PERIODS[cadence]
  if (period === null) return 'NULL'
  return 'days' in period ? `interval '${String(period.days)} days'` : `interval '${String(period.months)} months'`
}

const PERIOD = raw(`CASE s.cadence ${CADENCES.map((cadence) => `WHEN '${cadence}' THEN ${intervalOf(cadence)}`).join(' ')} END`)

/** Whose people, and the IANA zone in which their dates are counted (services/person/person-zone.ts). */
export interface StandingOf {
  readonly ownerId: string
  readonly zone: string
}

/** A row of {@link contactStanding}, with its dates as text: `"dueOn"::text`. */
export interface Standing {
  readonly contactId: string
  readonly lastAt: Date | null
  readonly lastOn: string
  readonly cadence: Cadence
  readonly dueOn: string | null
}

/** Whom the owner did not block, as a condition on the contact `c`: contactsOf of db/scopes.ts in SQL. */
export const inOwnList = (ownerId: string): Sql =>
  sql`(c."userId" IS NULL OR c."userId" NOT IN (SELECT "blockedId" FROM block WHERE "blockerId" = ${ownerId}))`

/**
 * Who is due when: the one rule, which the list, Today, the digest and the circle all read. A subquery with a
 * row for each of the owner's contacts, without those whom the owner blocked:
 *
 * - "contactId"
 * - "lastAt" (timestamptz): the last interaction; null if there was none
 * - "lastOn" (date): from when the cadence counts: the last interaction, or a later skip, or, if there is no
 *   interaction, when the entry was made
 * - cadence: its own ?? the shortest of its groups' ?? (IMPORT and never touched: NONE) ?? the settings' ?? QUARTERLY
 * - "dueOn" (date): "lastOn" + the cadence's period, but not before a snooze ends that was said after the last
 *   interaction; null exactly where the cadence is NONE, and for whoever blocked the owner, who stays in the
 *   list and is never due. Months end where the calendar's do: 31 January and a
 *   month is 28 February.
 *
 * A condition on "contactId" around it is pushed into it.
 */
export function contactStanding({ ownerId, zone }: StandingOf): Sql {
  return sql`
    SELECT s."contactId", s."lastAt", s."lastOn", s.cadence,
      CASE WHEN s.cadence <> 'NONE' AND NOT s.apart THEN greatest((s."lastOn" + ${PERIOD})::date, s."snoozedUntil") END AS "dueOn"
    FROM (
      SELECT c.id AS "contactId", c."lastAt",
        c."userId" IS NOT NULL AND c."userId" IN (SELECT "blockerId" FROM block WHERE "blockedId" = ${ownerId}) AS apart,
        (greatest(c."lastAt", c."skippedAt", CASE WHEN c."lastAt" IS NULL THEN c."createdAt" END) AT TIME ZONE ${zone})::date AS "lastOn",
        CASE WHEN c."lastAt" IS NULL OR c."snoozedAt" >= c."lastAt" THEN c."snoozedUntil" END AS "snoozedUntil",
        coalesce(c.cadence, g.cadence, CASE WHEN c.source = 'IMPORT' AND c."lastAt" IS NULL THEN 'NONE'::"Cadence" END,
          (SELECT f.cadence FROM follow_up_settings f WHERE f."userId" = ${ownerId}), ${DEFAULT_CADENCE}::"Cadence") AS cadence
      FROM contact c
      LEFT JOIN (
        SELECT m."contactId", min(gr.cadence) AS cadence FROM contact_group_member m JOIN contact_group gr ON gr.id = m."groupId"
        WHERE gr."ownerId" = ${ownerId} GROUP BY 1) g ON g."contactId" = c.id
      WHERE c."ownerId" = ${ownerId} AND ${inOwnList(ownerId)}
    ) s`
}
