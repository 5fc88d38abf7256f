import type { Prisma } from '@/generated/prisma/client'
import { joined, raw, sql, type Sql } from '@/server/db/client'

/** A merge that is taken back: what it remembers under a path, and the two entries. */
interface Back {
  readonly of: (path: string) => Sql
  readonly keptId: string
  readonly goneId: string
}

/** What merging changes of an entry's own words; its links to a member and to an import stay. */
const COLUMNS = [
  'name', 'organization', 'title', 'about', 'birthday', 'tags', 'source', 'cadence', 'skippedAt', 'createdAt',
].map((name) => raw(`"${name}"`))

/** Rows of the table as the merge remembers them. */
const rows = (table: string, json: Sql): Sql => sql`jsonb_populate_recordset(NULL::${raw(table)}, ${json})`
const row = (json: Sql): Sql => sql`jsonb_populate_record(NULL::contact, ${json})`

/** The kept entry's words, each that nobody changed since, and those of its notes that took another in. */
export async function bringBackWords(tx: Prisma.TransactionClient, { of, keptId }: Back): Promise<void> {
  const unless = (column: Sql) =>
    sql`${column} = CASE WHEN k.${column} IS NOT DISTINCT FROM a.${column} THEN b.${column} ELSE k.${column} END`
  // These two say one thing together.
  const snooze = (column: Sql) => sql`${column} = CASE
    WHEN (k."snoozedUntil", k."snoozedAt") IS NOT DISTINCT FROM (a."snoozedUntil", a."snoozedAt") THEN b.${column} ELSE k.${column} END`
  await tx.$executeRaw(sql`
    UPDATE contact k SET ${joined(COLUMNS.map(unless))}, ${snooze(sql`"snoozedUntil"`)}, ${snooze(sql`"snoozedAt"`)}
    FROM ${row(of('kept,contact'))} b, ${row(of('after,contact'))} a WHERE k.id = ${keptId}`)
  await tx.$executeRaw(sql`
    UPDATE interaction k SET note = b.note, "myPromise" = b."myPromise", "theirPromise" = b."theirPromise",
      "myPromiseKeptAt" = b."myPromiseKeptAt", "theirPromiseKeptAt" = b."theirPromiseKeptAt"
    FROM ${rows('interaction', of('kept,interactions'))} b JOIN ${rows('interaction', of('after,interactions'))} a ON a.id = b.id
    WHERE k.id = b.id AND to_jsonb(k) = to_jsonb(a)`)
}

/** The other entry with its interactions and prompts. What its owner deleted since then stays deleted. */
export async function bringBackEntry(tx: Prisma.TransactionClient, { of, keptId, goneId }: Back): Promise<void> {
  const whole = (table: string, json: Sql, changes: Sql) =>
    sql`SELECT (jsonb_populate_record(r, ${changes})).* FROM ${rows(table, json)} r`
  const standing = (key: string, table: string) =>
    sql`jsonb_build_object(${key}::text, (SELECT t.id FROM ${raw(table)} t WHERE t.id = r.${raw(`"${key}"`)}))`
  await tx.$executeRaw(sql`
    INSERT INTO contact SELECT (jsonb_populate_record(r, ${standing('importRunId', 'import_run')})).* FROM ${row(of('gone,contact'))} r`)
  await tx.$executeRaw(sql`
    UPDATE interaction i SET "contactId" = ${goneId}, nonce = coalesce(i.nonce, g.nonce)
    FROM ${rows('interaction', of('gone,interactions'))} g WHERE i.id = g.id AND i."contactId" = ${keptId}`)
  // Those that another took in: they are in none of the kept entry's rows as it was afterwards.
  await tx.$executeRaw(sql`
    INSERT INTO interaction ${whole('interaction', of('gone,interactions'), standing('meetingId', 'meeting'))}
    WHERE NOT EXISTS (SELECT 1 FROM ${rows('interaction', of('after,interactions'))} a WHERE a.id = r.id)`)
  await tx.$executeRaw(sql`
    UPDATE follow_up f SET "contactId" = ${goneId}
    FROM ${rows('follow_up', of('gone,followUps'))} g WHERE f.id = g.id AND f."contactId" = ${keptId}`)
  for (const side of ['gone', 'kept']) {
    await tx.$executeRaw(sql`
      INSERT INTO follow_up ${whole('follow_up', of(`${side},followUps`), standing('eventId', 'event'))}
      WHERE NOT EXISTS (SELECT 1 FROM ${rows('follow_up', of('after,followUps'))} a WHERE a.id = r.id)`)
  }
}

/** Ways to reach both, groups, likenesses, imports, earlier merges, and where links to prompts lead. */
export async function bringBackTies(tx: Prisma.TransactionClient, { of, keptId, goneId }: Back): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE contact_field f SET "contactId" = ${goneId}
    FROM ${rows('contact_field', of('gone,fields'))} g WHERE f.id = g.id AND f."contactId" = ${keptId}`)
  await tx.$executeRaw(sql`
    INSERT INTO contact_field
    SELECT (jsonb_populate_record(r, jsonb_build_object('sharedById', (SELECT u.id FROM "user" u WHERE u.id = r."sharedById")))).*
    FROM ${rows('contact_field', of('gone,fields'))} r
    WHERE NOT EXISTS (SELECT 1 FROM ${rows('contact_field', of('after,fields'))} a WHERE a.id = r.id)`)
  await tx.$executeRaw(sql`
    INSERT INTO contact_group_member SELECT g.* FROM ${rows('contact_group_member', of('gone,groups'))} g
    WHERE EXISTS (SELECT 1 FROM contact_group t WHERE t.id = g."groupId")`)
  await tx.$executeRaw(sql`
    DELETE FROM contact_group_member m USING ${rows('contact_group_member', of('gone,groups'))} g
    WHERE m."contactId" = ${keptId} AND m."groupId" = g."groupId"
      AND NOT EXISTS (SELECT 1 FROM ${rows('contact_group_member', of('kept,groups'))} b WHERE b."groupId" = g."groupId")`)
  await tx.$executeRaw(sql`
    DELETE FROM contacts_apart p USING ${rows('contacts_apart', of('after,apart'))} a
    WHERE p."aId" = a."aId" AND p."bId" = a."bId"
      AND NOT EXISTS (SELECT 1 FROM ${rows('contacts_apart', of('kept,apart'))} b WHERE b."aId" = a."aId" AND b."bId" = a."bId")`)
  await tx.$executeRaw(sql`
    INSERT INTO contacts_apart SELECT g.* FROM ${rows('contacts_apart', of('gone,apart'))} g
    WHERE EXISTS (SELECT 1 FROM contact c WHERE c.id = g."aId") AND EXISTS (SELECT 1 FROM contact c WHERE c.id = g."bId")
    ON CONFLICT DO NOTHING`)
  await tx.$executeRaw(sql`
    UPDATE import_row r SET "contactId" = ${goneId} FROM ${rows('import_row', of('gone,importRows'))} g
    WHERE r."runId" = g."runId" AND r.line = g.line AND r."contactId" = ${keptId}`)
  await tx.$executeRaw(sql`
    UPDATE contact_merge m SET "keptId" = ${goneId}
    WHERE m."keptId" = ${keptId} AND m.id IN (SELECT jsonb_array_elements_text(${of('gone,merges')}))`)
  const prompts = sql`(SELECT id FROM ${rows('follow_up', of('gone,followUps'))} UNION SELECT id FROM ${rows('follow_up', of('kept,followUps'))})`
  await tx.$executeRaw(sql`DELETE FROM former_id f WHERE f.id IN ${prompts}`)
  await tx.$executeRaw(sql`
    UPDATE former_id f SET "currentId" = b."currentId" FROM ${rows('former_id', of('former'))} b WHERE f.id = b.id`)
}
