import { DataTable } from '@/components/ui/data-table'
import { textOf, type Locale } from '@/text/translator'
import { clockTime } from '../../../../../_lib/when'

const QUARTER_MS = 15 * 60_000
const HEIGHT = 48
const STEP = 10

/** Arrivals a quarter of an hour, from the first to the last: bars, and the same as a table. */
export function ArrivalCurve({
  times,
  timeZone,
  locale,
}: {
  readonly times: readonly Date[]
  readonly timeZone: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'event')
  const slots = times.map((at) => Math.floor(at.getTime() / QUARTER_MS))
  const first = Math.min(...slots)
  const counts = Array.from({ length: Math.max(...slots) - first + 1 }, (_, index) => ({
    from: new Date((first + index) * QUARTER_MS),
    count: slots.filter((slot) => slot === first + index).length,
  }))
  const most = Math.max(...counts.map(({ count }) => count))
  return (
    <figure className="grid gap-2">
      <figcaption className="text-small text-muted">{t('curveText')}</figcaption>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${String(Math.max(counts.length, 12) * STEP)} ${String(HEIGHT)}`}
        className="max-h-40 w-full text-accent"
        preserveAspectRatio="xMinYMax meet"
      >
        {counts.map(({ from, count }, index) => {
          const height = (count / most) * HEIGHT
          return <rect key={from.getTime()} x={index * STEP} y={HEIGHT - height} width={STEP - 2} height={height} fill="currentColor" />
        })}
      </svg>
      <details>
        <summary className="inline-flex min-h-11 items-center text-small underline decoration-1 underline-offset-4">{t('curve')}</summary>
        <DataTable
          caption={t('curve')}
          rows={counts}
          rowKey={({ from }) => from.toISOString()}
          columns={[
            { key: 'from', header: t('quarter'), cell: ({ from }) => clockTime(from, timeZone, locale) },
            { key: 'count', header: t('arrivals'), numeric: true, cell: ({ count }) => count },
          ]}
        />
      </details>
    </figure>
  )
}
