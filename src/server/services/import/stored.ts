import { z } from 'zod'
import { CADENCES } from '@/domain/follow-up/cadence'
import { importCard, ROW_PROBLEMS, type ReadRow } from '@/domain/import/card'
import { target } from '@/domain/import/columns'
import { CHANGES } from '@/domain/import/fill-in'
import { readTableRow } from '@/domain/import/table-card'

const column = z.object({ header: z.string(), target, label: z.string(), labelAt: z.number().nullable() })

/** What an import's owner chose in the preview, as the run holds it. */
export const importChoices = z.object({
  /** Which column is what: of a table whose header nobody knows. */
  columns: column.array().default([]),
  preferFile: z.boolean().default(false),
  /** For new entries; null: no reminders until they are in touch. */
  cadence: z.enum(CADENCES).nullable().default(null),
  groupId: z.string().nullable().default(null),
  tag: z.string().default(''),
})
export type ImportChoices = z.infer<typeof importChoices>

/** What was read of a row, and what the preview says of it. */
export const storedRow = z.object({
  cells: z.string().array().optional(),
  broken: z.boolean().optional(),
  card: importCard.optional(),
  refused: z.enum(ROW_PROBLEMS).optional(),
  name: z.string().default(''),
  changes: z.enum(CHANGES).array().default([]),
  joins: z.number().nullable().default(null),
})
export type StoredRow = z.infer<typeof storedRow>

/** The row as it is read with these choices. */
export function readStored(line: number, { cells, broken = false, card, refused }: StoredRow, { columns, tag }: ImportChoices): ReadRow {
  const row: ReadRow = cells ? readTableRow({ line, cells, broken }, columns) : card ? { line, card } : { line, problem: refused ?? 'NO_NAME' }
  if ('problem' in row || tag === '') return row
  return { line, card: { ...row.card, tags: [...new Set([...row.card.tags, tag])] } }
}
