import type { Client } from 'pg'
import { SQL_LISTS } from './names'

const OWNER = 'usr_bench'
/** Other lists in the same tables, as long together, so that an index has something to leave out. */
const OTHERS = 10

/**
 * One person with a long list of their own: a tenth met hardly ever, four interactions each on average over
 * three years, notes of a sentence, all cadences, a few groups and prompts. Made in the database itself.
 * @returns the person's id
 */
export async function seedPeople(client: Client, contacts: number, now: Date): Promise<string> {
  await client.query('SELECT setseed(0.5)')
  await client.query(
    `INSERT INTO "user" (id, name, email, "emailVerified", "timeZone", "passHash", "createdAt")
     SELECT CASE n WHEN 0 THEN '${OWNER}' ELSE 'usr_other' || n END, 'Person ' || n, 'person' || n || '@example.org', $1,
       'Europe/Berlin', md5('pass' || n), $1 FROM generate_series(0, ${String(OTHERS)}) n`,
    [now],
  )
  await client.query(
    `INSERT INTO contact (id, "ownerId", name, organization, about, source, cadence, "createdAt")
     SELECT 'con_' || o || '_' || n, CASE o WHEN 0 THEN '${OWNER}' ELSE 'usr_other' || o END,
       (${SQL_LISTS.first})[1 + floor(random() * 20)] || ' ' || (${SQL_LISTS.last})[1 + floor(random() * 23)] || ' ' || n,
       'Example ' || (n % 300), '', (ARRAY['MEETING', 'HAND', 'IMPORT'])[1 + n % 3]::"ContactSource",
       (ARRAY[NULL, NULL, NULL, 'MONTHLY', 'HALF_YEARLY', 'YEARLY', 'NONE'])[1 + n % 7]::"Cadence",
       $1::timestamptz - random() * interval '1000 days'
     FROM generate_series(0, ${String(OTHERS)}) o,
       generate_series(1, CASE o WHEN 0 THEN ${String(contacts)} ELSE ${String(Math.ceil(contacts / OTHERS))} END) n`,
    [now],
  )
  await client.query(
    `INSERT INTO interaction (id, "contactId", kind, at, note)
     SELECT 'act_' || c.id || '_' || n, c.id, (ARRAY['MET', 'WROTE', 'CALLED', 'NOTE'])[1 + n % 4]::"InteractionKind",
       $1::timestamptz - random() * interval '1000 days',
       'We talked about ' || (${SQL_LISTS.topics})[1 + floor(random() * 13)] || ' and ' || (${SQL_LISTS.topics})[1 + floor(random() * 13)] || ' for a while.'
     FROM contact c, generate_series(1, 4) n`,
    [now],
  )
  await client.query(
    `INSERT INTO contact_group (id, "ownerId", name, cadence, "createdAt")
     SELECT 'grp_' || n, '${OWNER}', 'Group ' || n, (ARRAY[NULL, 'MONTHLY', 'QUARTERLY'])[1 + n % 3]::"Cadence", $1 FROM generate_series(1, 9) n`,
    [now],
  )
  await client.query(
    `INSERT INTO contact_group_member ("groupId", "contactId")
     SELECT 'grp_' || (1 + floor(random() * 9)), id FROM contact WHERE "ownerId" = '${OWNER}' AND random() < 0.3`,
  )
  await client.query(
    `INSERT INTO follow_up (id, "ownerId", "contactId", "dueOn", "dueTime", about, "createdAt")
     SELECT 'fol_' || c.id, c."ownerId", c.id, ($1::timestamptz + (random() - 0.8) * interval '20 days')::date, CASE WHEN random() < 0.5 THEN '09:00' END,
       'the plan', $1::timestamptz - interval '30 days' FROM contact c WHERE random() < 0.005`,
    [now],
  )
  await client.query(
    `INSERT INTO contact_field (id, "contactId", kind, value, key, "createdAt")
     SELECT 'fld_' || c.id, c.id, 'EMAIL', c.id || '@example.org', c.id || '@example.org', $1 FROM contact c WHERE random() < 0.6`,
    [now],
  )
  await client.query('VACUUM ANALYZE')
  return OWNER
}
