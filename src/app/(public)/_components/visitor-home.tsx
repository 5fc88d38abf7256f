import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'

/** What this is, for somebody who is not signed in: three sentences and a way in. */
export function VisitorHome({ locale }: { readonly locale: Locale }) {
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
    </Page>
  )
}
