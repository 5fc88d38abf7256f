import type { ReadRow } from './card'
import { guessColumns, type Column } from './columns'
import { googleColumns, isGoogle } from './google'
import { isLinkedIn, linkedInColumns } from './linkedin'
import { readTable, type TableRow } from './table'
import { readTableRow } from './table-card'
import { readVcards } from './vcard'

/** A file of contacts once it is read: rows, or for a table whose columns are a guess, its cells. */
export type ReadFile =
  | { readonly format: 'VCARD' | 'LINKEDIN' | 'GOOGLE'; readonly rows: readonly ReadRow[] }
  | { readonly format: 'CSV'; readonly columns: readonly Column[]; readonly rows: readonly TableRow[] }

const targets = (columns: readonly Column[]) => columns.filter(({ target }) => target !== 'NONE').length

/**
 * Reads a file of contacts, whatever wrote it: by what stands in it, never by its name.
 *
 * @param text with single line feeds, see decode-bytes.ts
 * @param most rows that are read at most; of one more the caller knows that there are too many
 */
export function readFile(text: string, most: number): ReadFile {
  if (/^[ \t]*BEGIN:VCARD[ \t]*$/imu.test(text.slice(0, 5_000))) {
    const rows: ReadRow[] = []
    for (const row of readVcards(text)) {
      rows.push(row)
      if (rows.length >= most) break
    }
    return { format: 'VCARD', rows }
  }
  const table = readTable(text, (cells) => isLinkedIn(cells) || isGoogle(cells) || targets(guessColumns(cells)) >= 2, most)
  const { rows } = table
  const known = isLinkedIn(table.header) ? 'LINKEDIN' : isGoogle(table.header) ? 'GOOGLE' : null
  if (known === null) return { format: 'CSV', columns: guessColumns(table.header), rows }
  const columns = known === 'LINKEDIN' ? linkedInColumns(table.header) : googleColumns(table.header)
  return { format: known, rows: rows.map((row) => readTableRow(row, columns)) }
}
