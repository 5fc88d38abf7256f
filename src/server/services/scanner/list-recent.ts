import type { Db } from '@/server/db/client'
import { textOf } from '@/text/translator'
import { findDoorEvent, type AtDoor } from './door-event'

/** As many as a host looks through for the one who was let in by mistake. */
const MOST_RECENT = 20

interface Row {
  readonly personId: string
  readonly name: string
  readonly at: Date
  readonly visitNumber: number
  readonly method: 'DOOR_CODE' | 'SCAN' | 'NAME' | 'WALK_IN'
}

/**
 * The latest arrivals, by hosts and by people's own phones, as they reached the server.
 * @throws DomainError NOT_FOUND when this host does not keep this door.
 */
export async function listRecent(db: Db, asked: AtDoor) {
  const event = await findDoorEvent(db, asked, 'readNames')
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.id AS "personId", coalesce(c."badgeName", u.name) AS name, c.at, c."visitNumber", c.method
    FROM check_in c JOIN "user" u ON u.id = c."userId"
    WHERE c."eventId" = ${event.id}
    ORDER BY greatest(c.at, c."recordedAt") DESC, c.id LIMIT ${MOST_RECENT}`
  return rows.map(({ name, at, ...row }) => ({
    ...row,
    name: name === '' ? textOf(asked.locale, 'scanner')('nameless') : name,
    at: at.toISOString(),
  }))
}
