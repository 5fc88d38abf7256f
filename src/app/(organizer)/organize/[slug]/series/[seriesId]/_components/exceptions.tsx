import { InlineForm } from '@/components/ui/inline-form'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { dateLabel } from '../../_lib/date-label'
import { changeDate } from '../_actions'

/** The days that a series leaves out and the evenings that it has besides, and how to change them. */
export function Exceptions({
  where,
  skipDates,
  extraDates,
  locale,
}: {
  readonly where: Parameters<typeof changeDate>[0]
  readonly skipDates: readonly string[]
  readonly extraDates: readonly string[]
  readonly locale: Locale
}) {
  const t = textOf(locale, 'seriesChange')
  const s = textOf(locale, 'series')
  const lists = [
    { id: 'skips', title: s('skips'), none: t('noSkips'), dates: skipDates, type: 'date', label: s('skip'), add: 'SKIP', back: 'KEEP' },
    { id: 'extras', title: s('extras'), none: t('noExtras'), dates: extraDates, type: 'datetime-local', label: s('extra'), add: 'ADD', back: 'REMOVE' },
  ] as const
  return (
    <div className="grid gap-x-16 gap-y-8 lg:grid-cols-2">
      {lists.map(({ id, title, none, dates, type, label, add, back }) => (
        <div key={id} className="grid content-start gap-4">
          <h3 className="font-semibold">{title}</h3>
          {dates.length === 0 ? (
            <p className="text-muted">{none}</p>
          ) : (
            <ul className="grid border-t border-line">
              {dates.map((date) => (
                <li key={date} className="border-b border-line py-1">
                  <InlineForm
                    action={changeDate.bind(null, where, back)}
                    className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1"
                  >
                    <input type="hidden" name="on" value={date} />
                    <span id={`${id}-${date}`} className="tabular-nums">
                      {dateLabel(date, locale)}
                    </span>
                    <SubmitButton tone="quiet" pending={t('taking')} describedBy={`${id}-${date}`}>
                      {t(`take.${back}`)}
                    </SubmitButton>
                  </InlineForm>
                </li>
              ))}
            </ul>
          )}
          <InlineForm action={changeDate.bind(null, where, add)} className="grid justify-items-start gap-3">
            <Field
              // Empty again once its date is on the list.
              key={dates.length}
              id={`${id}-on`}
              name="on"
              type={type}
              label={label}
              required
              min={type === 'date' ? '2000-01-01' : '2000-01-01T00:00'}
              max={type === 'date' ? '2100-12-31' : '2100-12-31T23:59'}
            />
            <SubmitButton tone="quiet" pending={t('taking')}>
              {t(`take.${add}`)}
            </SubmitButton>
          </InlineForm>
        </div>
      ))}
    </div>
  )
}
