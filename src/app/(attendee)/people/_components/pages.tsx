import Link from 'next/link'
import { textOf, type Locale } from '@/text/translator'

/** The ways to the pages before and after this one; nothing where there is one page. */
export function Pages({
  page,
  total,
  size,
  href,
  locale,
}: {
  readonly page: number
  readonly total: number
  readonly size: number
  readonly href: (page: number) => string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1 && page === 1) return null
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-x-6 gap-y-2">
      {page > 1 && (
        <Link prefetch={false} rel="prev" href={href(Math.min(page - 1, last))} className="link inline-block py-3">
          {t('previousPage')}
        </Link>
      )}
      <span className="text-muted">{t('pageOf', { page, last })}</span>
      {page < last && (
        <Link prefetch={false} rel="next" href={href(page + 1)} className="link inline-block py-3">
          {t('nextPage')}
        </Link>
      )}
    </nav>
  )
}
