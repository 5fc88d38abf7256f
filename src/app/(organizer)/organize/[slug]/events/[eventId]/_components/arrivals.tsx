import { DataTable, type Column } from '@/components/ui/data-table'
import { textOf, type Locale } from '@/text/translator'
import { clockTime } from '../../../../../_lib/when'

interface Arrival {
  readonly id: string
  readonly name: string
  readonly at: Date
  readonly visitNumber: number
}

const SORTS = ['at', 'name', 'visit'] as const
type SortKey = (typeof SORTS)[number]

/** The order that a URL asks for: a key, with a minus for the other way round; by arrival otherwise. */
export function sortOf(text: string | readonly string[] | undefined): { key: SortKey; down: boolean } {
  const asked = typeof text === 'string' ? text : ''
  const key = SORTS.find((sort) => sort === asked.replace(/^-/, '')) ?? 'at'
  return { key, down: asked.startsWith('-') }
}

const COMPARE: Readonly<Record<SortKey, (a: Arrival, b: Arrival, locale: Locale) => number>> = {
  at: (a, b) => a.at.getTime() - b.at.getTime(),
  name: (a, b, locale) => a.name.localeCompare(b.name, locale),
  visit: (a, b) => a.visitNumber - b.visitNumber,
}

/** Who came, when and for which time, in the order that the URL says. */
export function Arrivals({
  people,
  timeZone,
  sort,
  path,
  locale,
}: {
  readonly people: readonly Arrival[]
  readonly timeZone: string
  readonly sort: { readonly key: SortKey; readonly down: boolean }
  readonly path: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'event')
  const rows = [...people].sort((a, b) => COMPARE[sort.key](a, b, locale) * (sort.down ? -1 : 1))
  const heading = (key: SortKey) => ({
    key,
    sortHref: `${path}?sort=${sort.key === key && !sort.down ? '-' : ''}${key}`,
    sorted: sort.key !== key ? undefined : sort.down ? ('descending' as const) : ('ascending' as const),
  })
  const columns: Column<Arrival>[] = [
    { ...heading('name'), header: t('person'), cell: ({ name }) => <span dir="auto">{name || t('noName')}</span> },
    {
      ...heading('at'),
      header: t('arrivedAt'),
      numeric: true,
      cell: ({ at }) => <time dateTime={at.toISOString()}>{clockTime(at, timeZone, locale)}</time>,
    },
    {
      ...heading('visit'),
      header: t('visit'),
      cell: ({ visitNumber }) => t('visitOrdinal', { count: visitNumber }),
    },
  ]
  return (
    <DataTable caption={t('people')} rows={rows} rowKey={({ id }) => id} columns={columns} />
  )
}
