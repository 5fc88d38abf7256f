import { DataTable } from '@/components/ui/data-table'
import { QUARTER_MS, type Quarter } from '@/domain/check-in/arrival-curve'
import { textOf, type Locale } from '@/text/translator'
import { clockTime } from '../_lib/when'

const HEIGHT = 48
const STEP = 10
/** Fewer quarters than this do not fill the width, so that few bars are no wall. */
const LEAST = 12

/** Arrivals a quarter of an hour, from the first to the last: bars, and the same as a table. */
export function ArrivalCurve({
  quarters,
  timeZone,
  locale,
}: {
  readonly quarters: readonly Quarter[]
  readonly timeZone: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'event')
  const most = Math.max(...quarters.map(({ count }) => count))
  const columns = Math.max(quarters.length, LEAST)
  const width = columns * STEP
  const [first] = quarters
  return (
    <figure className="grid gap-2">
      <figcaption className="text-small text-muted">{t('curveText')}</figcaption>
      <div aria-hidden="true" className="grid grid-cols-[auto_1fr] gap-x-2 text-small text-muted tabular-nums">
        <p className="flex flex-col justify-between text-right leading-none">
          <span>{most}</span>
          <span>0</span>
        </p>
        <svg viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`} className="max-h-40 w-full text-accent" preserveAspectRatio="none">
          {quarters.map(({ from, count }, index) => {
            const height = (count / most) * HEIGHT
            return <rect key={from.getTime()} x={index * STEP} y={HEIGHT - height} width={STEP - 2} height={height} fill="currentColor" />
          })}
        </svg>
        {first && (
          <p className="col-start-2 flex justify-between border-t border-edge pt-1">
            <span>{clockTime(first.from, timeZone, locale)}</span>
            <span>{clockTime(new Date(first.from.getTime() + columns * QUARTER_MS), timeZone, locale)}</span>
          </p>
        )}
      </div>
      <details>
        <summary className="inline-flex min-h-11 items-center text-small underline decoration-1 underline-offset-4">{t('curve')}</summary>
        <DataTable
          caption={t('curve')}
          rows={quarters}
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
