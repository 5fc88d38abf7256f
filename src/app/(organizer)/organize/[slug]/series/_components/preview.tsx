import { Notice } from '@/components/ui/notice'
import { textOf, type Locale } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api } from '@/trpc/server'
import { clockTime, day, eveningSpan } from '../../../../_lib/when'
import { timingIn, type Fields } from '../_lib/series-fields'

/** The next dates of what is in the form, or why there are none. */
export async function Preview({
  communityId,
  fields,
  locale,
}: {
  readonly communityId: string
  readonly fields: Fields
  readonly locale: Locale
}) {
  const t = textOf(locale, 'series')
  if (!fields.text('date') || !fields.text('time')) return <p className="text-muted">{t('previewEmpty')}</p>
  const found = await ask(communityId, fields, locale)
  if (found.refused !== null) return <Notice tone="warn">{found.refused}</Notice>
  const { clockChange, timeZone } = found
  return (
    <>
      <p className="font-display text-question first-letter:uppercase">{found.ruleText}</p>
      <ol className="grid">
        {found.dates.map((span) => (
          <li key={span.startsAt.toISOString()} className="border-b border-line py-2 tabular-nums">
            <time dateTime={span.startsAt.toISOString()}>{eveningSpan({ ...span, timeZone }, locale)}</time>
          </li>
        ))}
      </ol>
      {clockChange && (
        <Notice tone="warn">
          {t(clockChange.clock === 'SKIPPED' ? 'clockSkipped' : 'clockTwice', {
            date: day(clockChange.startsAt, timeZone, locale),
            start: clockChange.recurrenceId.slice(11),
            begins: clockTime(clockChange.startsAt, timeZone, locale),
          })}
        </Notice>
      )}
      <p className="text-small text-muted">{t('dst')}</p>
    </>
  )
}

async function ask(communityId: string, fields: Fields, locale: Locale) {
  const caller = await api()
  try {
    return { refused: null, ...(await caller.series.previewOccurrences({ communityId, ...timingIn(fields) })) }
  } catch (error) {
    return { refused: refusalOf(error, locale).message }
  }
}
