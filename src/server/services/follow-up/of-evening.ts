import type { Db } from '@/server/db/client'
import { coalesce } from '@/server/lib/coalesce'

/** Whose rows, of which evening. */
export interface OfEvening {
  readonly userId: string
  readonly eventId: string
}

/** By user, the rows that concern them, in the order in which they were read. */
function byUser<Row>(rows: readonly Row[], usersOf: (row: Row) => readonly string[]): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    for (const userId of new Set(usersOf(row))) found.set(userId, [...(found.get(userId) ?? []), row])
  }
  return found
}

/**
 * Reads what an evening left to one person, as it stands now. Several hundred mails of a morning are put into
 * words side by side: what they ask for at the same time is read in one statement for all of them.
 * @param load the rows of these people, of this evening
 * @param usersOf which of them a row concerns
 */
export function ofEvening<Row>(
  load: (db: Db, eventId: string, userIds: string[]) => Promise<readonly Row[]>,
  usersOf: (row: Row) => readonly string[],
): (db: Db, one: OfEvening) => Promise<readonly Row[]> {
  const asked = new WeakMap<Db, (one: OfEvening) => Promise<readonly Row[]>>()

  async function loadMany(db: Db, some: readonly OfEvening[]): Promise<readonly (readonly Row[])[]> {
    const events = [...new Set(some.map(({ eventId }) => eventId))]
    const found = new Map(
      await Promise.all(
        events.map(async (eventId) => {
          const userIds = some.filter((one) => one.eventId === eventId).map(({ userId }) => userId)
          return [eventId, byUser(await load(db, eventId, [...new Set(userIds)]), usersOf)] as const
        }),
      ),
    )
    return some.map(({ userId, eventId }) => found.get(eventId)?.get(userId) ?? [])
  }

  return (db, one) => {
    const ask = asked.get(db) ?? coalesce((some: readonly OfEvening[]) => loadMany(db, some))
    asked.set(db, ask)
    return ask(one)
  }
}
