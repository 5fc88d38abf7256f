import type { Cadence } from '@/domain/follow-up/cadence'
import { sql, type Db } from '@/server/db/client'
import { contactStanding } from '../contact/standing'

/** Whose Today it is, and on which of their days. */
export interface TodayOf {
  readonly userId: string
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string
  readonly timeZone: string
  /** Who blocked them or is blocked by them: nowhere to be seen. */
  readonly hidden: ReadonlySet<string>
}

/** Why somebody is due. */
export interface Due {
  /** Whether a prompt brings them here, rather than the cadence alone. */
  readonly prompted: boolean
  /** Set where the cadence does: since which local date. */
  readonly cadence: { readonly every: Cadence; readonly dueOn: string } | null
}

/** Which of those due are looked at. */
export interface DueAsked {
  /** From 0; one that there is not is the last. */
  readonly page: number
  readonly pageSize: number
  /** Whoever stands elsewhere on Today, unless a prompt brings them here: counted and paged without them. */
  readonly apart: readonly string[]
}

export interface DueFound {
  /** How many are due, and of which page these are. */
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Those on the page, in the order of Today. */
  readonly onPage: readonly string[]
  /** Why: of those on the page, and of those apart who are due, wherever they stand. */
  readonly why: ReadonlyMap<string, Due>
}

interface Row {
  readonly contactId: string
  readonly prompted: boolean
  readonly every: Cadence | null
  readonly since: string | null
  /** Whether they stand on the page. */
  readonly here: boolean
  /** How many there are on all pages. */
  readonly total: number
}

/**
 * A page of the contacts that are due, each once, in the order of Today: prompts with a time in order of time,
 * other prompts the oldest first, then whose cadence is over the longest.
 */
export async function findDue(
  db: Db,
  { userId, date, timeZone, hidden }: TodayOf,
  { page, pageSize, apart }: DueAsked,
): Promise<DueFound> {
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT * FROM (
      SELECT r.*, NOT r.aside AND r.before / ${pageSize}::int = least(${page}::int, (r.total - 1) / ${pageSize}::int) AS here
      FROM (
        SELECT w."contactId", w.prompted, w.every, w.since::text AS since, w.aside,
          (count(*) OVER (PARTITION BY w.aside))::int AS total,
          (row_number() OVER (PARTITION BY w.aside ORDER BY w.moment NULLS LAST, w.prompted DESC, w."dueOn", w."contactId") - 1)::int AS before
        FROM (
          SELECT d."contactId", bool_or(d.prompted) AS prompted, min(d."dueOn") AS "dueOn", min(d.moment) AS moment,
            max(d.every) AS every, max(d."dueOn") FILTER (WHERE NOT d.prompted) AS since,
            NOT bool_or(d.prompted) AND d."contactId" = ANY(${[...apart]}) AS aside
          FROM (
            SELECT f."contactId", true AS prompted, f."dueOn", f."dueOn" + f."dueTime"::time AS moment, NULL::"Cadence" AS every
            FROM follow_up f JOIN contact c ON c.id = f."contactId" AND c."ownerId" = ${userId}
            WHERE f."ownerId" = ${userId} AND f.state IN ('OPEN', 'LATER') AND f."dueOn" <= ${date}::date
              AND (c."userId" IS NULL OR NOT c."userId" = ANY(${[...hidden]}))
            UNION ALL
            SELECT s."contactId", false, s."dueOn", NULL, s.cadence
            FROM (${contactStanding({ ownerId: userId, zone: timeZone })}) s WHERE s."dueOn" <= ${date}::date
          ) d
          GROUP BY d."contactId"
        ) w
      ) r
    ) p
    WHERE p.here OR p."contactId" = ANY(${[...apart]})
    ORDER BY p.before`)
  const here = rows.filter((row) => row.here)
  const total = here[0]?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return {
    total,
    pages,
    page: Math.min(page, pages - 1),
    onPage: here.map(({ contactId }) => contactId),
    why: new Map(
      rows.map(({ contactId, prompted, every, since }) => [
        contactId,
        { prompted, cadence: every !== null && since !== null ? { every, dueOn: since } : null },
      ]),
    ),
  }
}
