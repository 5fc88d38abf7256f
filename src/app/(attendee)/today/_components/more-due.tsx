import Link from 'next/link'
import { textOf, type Locale } from '@/text/translator'
import type { Today } from '../_lib/today'

/** The other pages of those due: nobody is left out, and not all have to be looked at. */
export function MoreDue({ today, locale }: { readonly today: Today; readonly locale: Locale }) {
  const t = textOf(locale, 'today')
  const { page, pages, dueTotal } = today
  const link = 'link inline-flex min-h-[max(2.75rem,44px)] items-center'
  return (
    <nav aria-label={t('pages')} className="grid gap-2">
      <p className="text-muted">{t('dueCount', { count: dueTotal })}</p>
      <p className="flex flex-wrap items-center gap-x-6">
        {page > 0 && (
          <Link prefetch={false} className={link} href={`/today?page=${String(page)}`}>
            {t('previousPage')}
          </Link>
        )}
        <span className="text-muted">{t('pageOf', { page: page + 1, pages })}</span>
        {page + 1 < pages && (
          <Link prefetch={false} className={link} href={`/today?page=${String(page + 2)}`}>
            {t('nextPage')}
          </Link>
        )}
      </p>
    </nav>
  )
}
