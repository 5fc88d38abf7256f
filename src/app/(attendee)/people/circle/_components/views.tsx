import Link from 'next/link'
import { classes } from '@/components/ui/classes'
import { CIRCLE_VIEWS, type CircleView } from '@/domain/my-circle/show-circle'
import { textOf, type Locale } from '@/text/translator'

/** The ways of looking at one's people, as links. */
export function Views({ view, locale }: { readonly view: CircleView; readonly locale: Locale }) {
  const t = textOf(locale, 'myCircle')
  return (
    <nav aria-label={t('views')}>
      <ul className="flex flex-wrap gap-2">
        {CIRCLE_VIEWS.map((one) => (
          <li key={one}>
            <Link
              prefetch={false}
              href={`/people/circle?view=${one}`}
              aria-current={one === view ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-[max(2.75rem,44px)] items-center rounded-[999px] border px-4 py-1.5 leading-tight no-underline',
                one === view ? 'border-ink bg-ink text-paper' : 'border-edge hover:border-ink',
              )}
            >
              {t(`view.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
