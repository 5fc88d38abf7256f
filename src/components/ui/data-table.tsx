import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from './classes'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand to the right, in digits of one width. */
  readonly numeric?: boolean
  /** Says by itself what it is: in a stacked row it stands beside others like it, without its heading. */
  readonly plain?: boolean
  /** Where its heading leads to sort by it; without, the column cannot be sorted by. */
  readonly sortHref?: string | undefined
  /** Set on the column that the rows are sorted by. */
  readonly sorted?: 'ascending' | 'descending' | undefined
}

/**
 * A plain table whose state lives in the URL: its headings are links. The first column names the row.
 * Where it is wider than the screen it scrolls by itself, by keyboard too; `stacked`, for more columns than
 * a phone has room for, makes a small list of each row there, which cannot be sorted.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  stacked = false,
}: {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly stacked?: boolean
}) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className={classes('w-full border-collapse text-left', stacked && 'max-sm:block')}>
        <caption className="sr-only">{caption}</caption>
        <thead className={classes(stacked && 'max-sm:sr-only')}>
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
        <tbody className={classes(stacked && 'max-sm:grid')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={classes('border-b border-line align-baseline', stacked && 'max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:py-2')}>
              {columns.map(({ key, header, cell, numeric, plain = false }, index) => {
                const content = cell(row)
                const className = classes(
                  'px-3 py-2.5 first:pl-0 last:pr-0',
                  index === 0 && 'min-w-40 font-medium wrap-anywhere',
                  numeric && 'text-right tabular-nums',
                  stacked && 'max-sm:flex max-sm:justify-between max-sm:gap-6 max-sm:px-0 max-sm:py-1',
                  stacked && !plain && 'max-sm:w-full',
                  stacked && content === '' && 'max-sm:hidden',
                )
                return index === 0 ? (
                  <th key={key} scope="row" className={className}>
                    {content}
                  </th>
                ) : (
                  <td key={key} className={className}>
                    {stacked ? (
                      <>
                        <span className={plain ? 'sr-only sm:hidden' : 'shrink-0 text-muted sm:hidden'}>{header}</span>
                        <span className={classes('min-w-0 wrap-anywhere', !plain && 'max-sm:text-right')}>{content}</span>
                      </>
                    ) : (
                      content
                    )}
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
