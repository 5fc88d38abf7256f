import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from './classes'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand to the right, in digits of one width. */
  readonly numeric?: boolean
  /** Where its heading leads to sort by it; without, the column cannot be sorted by. */
  readonly sortHref?: string | undefined
  /** Set on the column that the rows are sorted by. */
  readonly sorted?: 'ascending' | 'descending' | undefined
}

/**
 * A plain table whose state lives in the URL: its headings are links. The first column names the row.
 * Where it is wider than the screen it scrolls by itself, by keyboard too.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-ink align-bottom text-small">
            {columns.map(({ key, header, numeric, sortHref, sorted }) => (
              <th
                key={key}
                scope="col"
                aria-sort={sorted}
                className={classes('px-3 py-2 font-semibold first:pl-0 last:pr-0', numeric && 'text-right')}
              >
                {sortHref === undefined ? (
                  header
                ) : (
                  <Link prefetch={false} href={sortHref} className="inline-block py-1.5 underline decoration-1 underline-offset-4">
                    {header}
                    {sorted && <span aria-hidden="true">{sorted === 'ascending' ? ' ↑' : ' ↓'}</span>}
                  </Link>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line align-baseline">
              {columns.map(({ key, cell, numeric }, index) => {
                const className = classes(
                  'px-3 py-2.5 first:pl-0 last:pr-0',
                  index === 0 && 'min-w-40 font-medium',
                  numeric && 'text-right tabular-nums',
                )
                return index === 0 ? (
                  <th key={key} scope="row" className={className}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={className}>
                    {cell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
