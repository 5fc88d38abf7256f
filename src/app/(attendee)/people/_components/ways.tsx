import Link from 'next/link'
import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'

/** All that belongs to one's people and has no other door: quiet, below the list. */
export function Ways({ locale }: { readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  const ways = [
    { href: '/people/groups', label: t('groups') },
    { href: '/people/circle', label: t('circle') },
    { href: '/introductions', label: textOf(locale, 'introduction')('title') },
    { href: '/asks', label: t('asks') },
    { href: '/updates', label: textOf(locale, 'updates')('title') },
    { href: '/people/given', label: textOf(locale, 'given')('title') },
    { href: '/people/import', label: t('import') },
    { href: '/people/duplicates', label: textOf(locale, 'duplicates')('title') },
    { href: '/settings', label: textOf(locale, 'settings')('title') },
  ]
  return (
    <Section id="ways" title={t('ways')}>
      <ul className="flex flex-wrap gap-x-6">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <Link prefetch={false} href={href} className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
