import Link from 'next/link'
import { DataTable } from '@/components/ui/data-table'
import type { CircleRow, CircleView } from '@/domain/my-circle/show-circle'
import { textOf, type Locale } from '@/text/translator'
import type { Circle } from '../_lib/circle'
import { headingOf } from '../_lib/heading'

/** The numbers of a picture, with the letters that stand in it. */
export function CircleTable({ circle, view, locale }: { readonly circle: Circle; readonly view: CircleView; readonly locale: Locale }) {
  const t = textOf(locale, 'myCircle')
  return (
    <div className="grid min-w-0 content-start gap-3 [&_thead]:wrap-normal">
      <DataTable
        stacked
        caption={t(`numbers.${view}`)}
        rows={circle.rows.map((row, index) => ({ ...row, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          { key: 'heading', header: t(`heading.${view}`), cell: (row) => <Heading row={row} locale={locale} /> },
          { key: 'count', header: t('count'), numeric: true, cell: ({ count }) => count },
          { key: 'who', header: t('who'), plain: true, cell: (row) => <Some row={row} locale={locale} /> },
        ]}
      />
      {circle.moreRows > 0 && <p className="text-small text-muted">{t('moreRows', { count: circle.moreRows })}</p>}
      {view !== 'silence' && circle.without > 0 && (
        <p className="text-small text-muted">{t(`without.${view}`, { count: circle.without, people: circle.people })}</p>
      )}
    </div>
  )
}

function Heading({ row, locale }: { readonly row: CircleRow; readonly locale: Locale }) {
  const { name, what } = headingOf(row, locale)
  return (
    <span className="flex items-baseline gap-2.5">
      {row.letter !== null && (
        <span className="inline-grid size-6 shrink-0 place-items-center self-start rounded-[4px] border border-ink text-small leading-none font-semibold">
          {row.letter}
        </span>
      )}
      <span className="min-w-0">
        <span dir="auto">{name}</span>
        {what && <span className="text-small font-normal text-muted"> {what}</span>}
      </span>
    </span>
  )
}

function Some({ row: { some, count }, locale }: { readonly row: CircleRow; readonly locale: Locale }) {
  if (some.length === 0) return ''
  return (
    <ul className="flex flex-wrap gap-x-3">
      {some.map(({ contactId, name }) => (
        <li key={contactId}>
          <Link prefetch={false} dir="auto" href={`/people/${contactId}`} className="link inline-block py-1.5">
            {name || textOf(locale, 'people')('nameless')}
          </Link>
        </li>
      ))}
      {count > some.length && <li className="py-1.5 text-muted">{textOf(locale, 'myCircle')('andMore', { count: count - some.length })}</li>}
    </ul>
  )
}
