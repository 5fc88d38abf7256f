import { Notice } from '@/components/ui/notice'
import { textOf, type Locale } from '@/text/translator'

const FIGURES = ['changed', 'made', 'off', 'deleted', 'told'] as const

/** What a change of the series came to, as its form puts it into the URL; nothing where it says none. */
export function ChangeNotice({
  query,
  locale,
}: {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly locale: Locale
}) {
  const t = textOf(locale, 'seriesChange')
  const counts = FIGURES.map((figure) => ({ figure, count: Number(query[figure]) }))
  if (!counts.every(({ count }) => Number.isInteger(count) && count >= 0)) return null
  const told = counts.filter(({ count }) => count > 0)
  return (
    <Notice tone="good">
      <p>{told.length === 0 ? t('savedSame') : t('saved')}</p>
      {told.length > 0 && (
        <ul>
          {told.map(({ figure, count }) => (
            <li key={figure}>{t(`counts.${figure}`, { count })}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
