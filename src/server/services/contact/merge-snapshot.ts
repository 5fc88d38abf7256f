import type { Prisma } from '@/generated/prisma/client'
import { sql, type Sql } from '@/server/db/client'
import type { Move } from '../claim/move'

/**
 * All that merging changes of an entry, as rows of its tables, whole: so that taking it back needs to know no column,
 * and leaves out none that is added later.
 */
function entry(contactId: string): Sql {
  const rows = (table: Sql, of: Sql) => sql`coalesce((SELECT jsonb_agg(to_jsonb(r)) FROM ${table} r WHERE ${of}), '[]'::jsonb)`
  const its = sql`r."contactId" = ${contactId}`
  return sql`jsonb_build_object(
    'contact', (SELECT to_jsonb(c) FROM contact c WHERE c.id = ${contactId}),
    'interactions', ${rows(sql`interaction`, its)},
    'followUps', ${rows(sql`follow_up`, its)},
    'fields', ${rows(sql`contact_field`, its)},
    'groups', ${rows(sql`contact_group_member`, its)},
    'apart', ${rows(sql`contacts_apart`, sql`${contactId} IN (r."aId", r."bId")`)},
    'importRows', (SELECT coalesce(jsonb_agg(jsonb_build_object('runId', r."runId", 'line', r.line)), '[]'::jsonb)
      FROM import_row r WHERE ${its}),
    'merges', (SELECT coalesce(jsonb_agg(r.id), '[]'::jsonb) FROM contact_merge r WHERE r."keptId" = ${contactId}))`
}

/** What both entries are before one takes the other in. */
export async function snapshotBefore(tx: Prisma.TransactionClient, { from, to }: Move): Promise<string> {
  const [row] = await tx.$queryRaw<{ text: string }[]>(sql`
    SELECT jsonb_build_object('gone', ${entry(from)}, 'kept', ${entry(to)}, 'former', coalesce((
      SELECT jsonb_agg(to_jsonb(f)) FROM former_id f
      WHERE f."currentId" IN (SELECT id FROM follow_up WHERE "contactId" IN (${from}, ${to}))), '[]'::jsonb))::text AS text`)
  return row?.text ?? '{}'
}

/** The same with what the kept entry has become: what differs from that later was changed by its owner. */
export function withAfter(before: string, keptId: string): Sql {
  return sql`${before}::jsonb || jsonb_build_object('after', ${entry(keptId)})`
}
