import Link from 'next/link'
import { textOf, type Locale } from '@/text/translator'
import { lengthInWords } from '../../../_lib/when'

interface ListedSeries {
  readonly id: string
  readonly name: string
  /** The rule in words. */
  readonly ruleText: string
  /** `YYYY-MM-DDTHH:MM`. */
  readonly startsAtLocal: string
  readonly durationMinutes: number
  readonly timeZone: string
}

/** The series of a community with their rules in words. */
export function SeriesList({
  slug,
  series,
  locale,
}: {
  readonly slug: string
  readonly series: readonly ListedSeries[]
  readonly locale: Locale
}) {
  const t = textOf(locale, 'series')
  return (
    <ul className="grid border-t border-line">
      {series.map(({ id, name, ruleText, startsAtLocal, durationMinutes, timeZone }) => (
        <li key={id} className="grid gap-x-8 gap-y-1 border-b border-line py-3 lg:grid-cols-[1fr_2fr]">
          <Link prefetch={false} href={`/organize/${slug}/series/${id}`} dir="auto" className="link py-2 font-medium">
            {name}
          </Link>
          <span className="inline-block py-2 first-letter:uppercase">
            {t('facts', {
              rule: ruleText,
              time: startsAtLocal.slice(11),
              duration: lengthInWords(durationMinutes, locale),
            })}
            <span className="text-muted"> · {timeZone.replaceAll('_', ' ')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
