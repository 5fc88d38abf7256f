import type { Client } from 'pg'

/** The last time of each contact and the twenty-four longest silences: what no Today can do without. */
export function bareToday(client: Client, ownerId: string) {
  return client.query(
    `SELECT c.id, c.name, t.at FROM contact c
     LEFT JOIN (SELECT i."contactId", max(i.at) AS at FROM interaction i JOIN contact o ON o.id = i."contactId"
                WHERE o."ownerId" = $1 GROUP BY 1) t ON t."contactId" = c.id
     WHERE c."ownerId" = $1 ORDER BY t.at NULLS FIRST LIMIT 24`,
    [ownerId],
  )
}

/** Names and notes that contain the words, without an index for them, an order or a tolerance for errors. */
export function bareSearch(client: Client, ownerId: string, words: string) {
  return client.query(
    `SELECT c.id, c.name FROM contact c
     WHERE c."ownerId" = $1 AND (c.name ILIKE '%' || $2 || '%'
       OR EXISTS (SELECT FROM interaction i WHERE i."contactId" = c.id AND i.note ILIKE '%' || $2 || '%'))
     LIMIT 50`,
    [ownerId, words],
  )
}
