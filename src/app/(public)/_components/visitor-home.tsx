import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { Page, Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { whenOf } from '../_lib/when'

type Communities = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['community']['list']>>

/** What this is, for somebody who is not signed in: three sentences, where it happens, and a way in. */
export function VisitorHome({ communities, locale }: { readonly communities: Communities; readonly locale: Locale }) {
  const t = textOf(locale, 'home')
  return (
    <Page title={t('visitor.title')} action={<ButtonLink href="/sign-in">{t('visitor.signIn')}</ButtonLink>}>
      <ol className="grid">
        {(['why', 'evening', 'after'] as const).map((part) => (
          <li key={part} className="grid gap-1 border-t border-line py-5 last:border-b">
            <span className="font-display text-heading text-accent">{t(`visitor.${part}.when`)}</span>
            <span className="text-lead">{t(`visitor.${part}.what`)}</span>
          </li>
        ))}
      </ol>
      <p className="text-muted">{t('visitor.atTheDoor')}</p>
      {communities.length > 0 && <Where communities={communities} locale={locale} />}
    </Page>
  )
}

function Where({ communities, locale }: { readonly communities: Communities; readonly locale: Locale }) {
  const t = textOf(locale, 'publicPages')
  return (
    <Section id="communities" title={t('communities')}>
      <ul className="grid gap-5">
        {communities.map(({ path, name, next }) => (
          <li key={path} className="grid">
            <Link
              prefetch={false}
              href={path}
              dir="auto"
              className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start font-display text-lead font-medium"
            >
              {name}
            </Link>
            <span className="text-muted">{next ? t('nextAt', { when: whenOf(locale, next) }) : t('noNext')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
