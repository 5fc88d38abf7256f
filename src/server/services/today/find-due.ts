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

/**
 * The contacts that are due, each once, in the order of Today: prompts with a time in order of time, other
 * prompts the oldest first, then whose cadence is over the longest.
 * @returns of each whether a prompt brings it here, rather than the cadence alone
 */
export async function findDue(db: Db, { userId, date, timeZone, hidden }: TodayOf): Promise<ReadonlyMap<string, { readonly prompted: boolean }>> {
  const rows = await db.$queryRaw<{ contactId: string; prompted: boolean }[]>(sql`
    SELECT d."contactId", bool_or(d.prompted) AS prompted
    FROM (
      SELECT f."contactId", true AS prompted, f."dueOn", f."dueOn" + f."dueTime"::time AS moment
      FROM follow_up f WHERE f."ownerId" = ${userId} AND f.state IN ('OPEN', 'LATER') AND f."dueOn" <= ${date}::date
      UNION ALL
      SELECT s."contactId", false, s."dueOn", NULL
      FROM (${contactStanding({ ownerId: userId, zone: timeZone })}) s WHERE s."dueOn" <= ${date}::date
    ) d
    JOIN contact c ON c.id = d."contactId" AND c."ownerId" = ${userId}
    WHERE c."userId" IS NULL OR NOT c."userId" = ANY(${[...hidden]})
    GROUP BY d."contactId"
    ORDER BY min(d.moment) NULLS LAST, bool_or(d.prompted) DESC, min(d."dueOn"), d."contactId"`)
  return new Map(rows.map(({ contactId, prompted }) => [contactId, { prompted }]))
}
