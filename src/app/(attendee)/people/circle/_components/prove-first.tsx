import { ButtonLink } from '@/components/ui/button'
import { textOf, type Locale } from '@/text/translator'

/** For guests of the door: what is kept needs an address that is theirs. */
export function ProveFirst({ locale }: { readonly locale: Locale }) {
  const t = textOf(locale, 'myCircle')
  return (
    <div className="grid justify-items-start gap-3">
      <p className="max-w-measure text-muted">{t('proveFirst')}</p>
      <ButtonLink tone="quiet" href="/sign-in?next=/people/circle">
        {t('signIn')}
      </ButtonLink>
    </div>
  )
}
