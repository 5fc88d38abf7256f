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

interface Row {
  readonly id: string
  readonly prompted: boolean
  readonly every: Cadence | null
  readonly since: string | null
}

/**
 * The contacts that are due, each once, in the order of Today: prompts with a time in order of time, other
 * prompts the oldest first, then whose cadence is over the longest.
 *
 * They come as one JSON value: of somebody who is late with thousands, so many rows take the driver longer
 * than they take the database.
 */
export async function findDue(db: Db, { userId, date, timeZone, hidden }: TodayOf): Promise<ReadonlyMap<string, Due>> {
  const [found] = await db.$queryRaw<{ due: readonly Row[] }[]>(sql`
    SELECT coalesce(json_agg(json_build_object('id', w."contactId", 'prompted', w.prompted, 'every', w.every, 'since', w.since)
      ORDER BY w.moment NULLS LAST, w.prompted DESC, w."dueOn", w."contactId"), '[]') AS due
    FROM (
      SELECT d."contactId", bool_or(d.prompted) AS prompted, min(d."dueOn") AS "dueOn", min(d.moment) AS moment,
        max(d.every) AS every, max(d."dueOn") FILTER (WHERE NOT d.prompted) AS since
      FROM (
        SELECT f."contactId", true AS prompted, f."dueOn", f."dueOn" + f."dueTime"::time AS moment, NULL::"Cadence" AS every
        FROM follow_up f WHERE f."ownerId" = ${userId} AND f.state IN ('OPEN', 'LATER') AND f."dueOn" <= ${date}::date
        UNION ALL
        SELECT s."contactId", false, s."dueOn", NULL, s.cadence
        FROM (${contactStanding({ ownerId: userId, zone: timeZone })}) s WHERE s."dueOn" <= ${date}::date
      ) d
      JOIN contact c ON c.id = d."contactId" AND c."ownerId" = ${userId}
      WHERE c."userId" IS NULL OR NOT c."userId" = ANY(${[...hidden]})
      GROUP BY d."contactId"
    ) w`)
  return new Map(
    (found?.due ?? []).map(({ id, prompted, every, since }) => [
      id,
      { prompted, cadence: every !== null && since !== null ? { every, dueOn: since } : null },
    ]),
  )
}
